import { Button, Group, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useGo } from '../../lib/navigation.tsx';

/** Passcodes by email are all that there is so far: recommends the better way. */
export function AuthenticatorAdvice() {
  const go = useGo();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="home-authenticator">
      <Group align="flex-start" wrap="nowrap" gap="md">
        <ThemeIcon size={40} radius="xl" variant="light" aria-hidden>
          <IconDeviceMobile size={22} />
        </ThemeIcon>
        <div>
          <Title order={2} size="h4" id="home-authenticator">
            Set up an authenticator app
          </Title>
          <Text size="sm" c="dimmed" mt={4} mb="sm">
            It is safer than passcodes by email, and faster: no waiting for a message.
          </Text>
          <Button size="xs" onClick={() => go({ screen: 'settings' })}>
            Set up
          </Button>
        </div>
      </Group>
    </Paper>
  );
}
