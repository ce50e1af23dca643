import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SupportLineText } from '../../components/support-line-text.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';

/** The portal's own pages and telephone lines. */
export function PortalLinks({ portal }: { readonly portal: PortalDefinition }) {
  const open = useProcedureMutation('app.openLink');
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="home-links">
      <Stack gap="sm">
        <Title order={2} size="h4" id="home-links">
          {portal.payer}
        </Title>
        {open.error !== null && <ErrorNotice error={open.error} />}
        {portal.links.map(({ label, url }) => (
          <Anchor
            key={url}
            component="button"
            type="button"
            size="sm"
            ta="left"
            onClick={() => open.mutate({ portalId: portal.id, url })}
          >
            {label} <IconExternalLink size={14} aria-label="opens in the browser" />
          </Anchor>
        ))}
        {portal.support.map((line) => (
          <SupportLineText key={line.name} line={line} />
        ))}
        {portal.support.length === 0 && (
          <Text size="sm" c="dimmed">
            The telephone number of Provider Services is in your Welcome Letter.
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
