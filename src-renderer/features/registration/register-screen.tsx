import { Anchor, Group, Stack, Text } from '@mantine/core';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { Wizard } from '../../components/wizard/wizard.tsx';
import { invoke } from '../../lib/desk-client.ts';
import { useGo, usePlace } from '../../lib/navigation.tsx';

/** C1-C7: registers a person at a portal, by the portal's own steps. */
export function RegisterScreen() {
  const place = usePlace();
  const portal = place.screen === 'register' ? findPortal(place.portalId) : undefined;
  return portal === undefined ? null : <Registration portal={portal} />;
}

function Registration({ portal }: { readonly portal: PortalDefinition }) {
  const go = useGo();
  const portalId = portal.id;
  return (
    <Stack maw={640} mx="auto" mt="lg" gap={0}>
      <PageHeader title={portal.registration.title} description={portal.name} />
      <Wizard
        draftKey={`register ${portalId}`}
        portalId={portalId}
        steps={portal.registration.steps}
        policy={portal.passwordPolicy}
        checkEligibility={(answers) => invoke('accounts.checkEligibility', { portalId, answers })}
        submit={async (id, answers) => {
          const { email, hasAdministrator } = await invoke('accounts.register', { portalId, id, answers });
          go({ screen: 'confirm-email', portalId, email, hasAdministrator });
        }}
        onCancel={() => go({ screen: 'choose-portal' })}
        aside={
          <Group gap={6}>
            <Text size="sm" c="dimmed">
              Have an account already?
            </Text>
            <Anchor component="button" type="button" size="sm" onClick={() => go({ screen: 'sign-in', portalId })}>
              Sign in
            </Anchor>
          </Group>
        }
      />
    </Stack>
  );
}
