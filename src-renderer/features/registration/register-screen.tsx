import { Anchor, Group, Stack, Text } from '@mantine/core';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { draftKeys } from '../../../src-shared/ipc/draft-keys.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { SupportLineText } from '../../components/support-line-text.tsx';
import { Wizard } from '../../components/wizard/wizard.tsx';
import { invoke } from '../../lib/desk-client.ts';
import { useGo, usePlace } from '../../lib/navigation.tsx';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { GuidedRegistration } from './guided-registration.tsx';

/** A1-A7, C1-C7, D4, E4: registers a person at a portal, by the portal's own steps. */
export function RegisterScreen() {
  const place = usePlace();
  const portal = place.screen === 'register' ? findPortal(place.portalId) : undefined;
  if (portal === undefined) return null;
  const isGuided = place.screen === 'register' && place.mode === 'guided';
  return isGuided ? <GuidedRegistration portal={portal} /> : <Registration portal={portal} />;
}

function Registration({ portal }: { readonly portal: PortalDefinition }) {
  const go = useGo();
  const { now } = useSurroundings();
  const portalId = portal.id;
  return (
    <Stack maw={640} mx="auto" mt="lg" gap={0}>
      <PageHeader title={portal.registration.title} description={portal.name} />
      <Wizard
        draftKey={draftKeys.registration(portalId)}
        portalId={portalId}
        steps={portal.registration.steps}
        policy={portal.passwordPolicy}
        review={portal.registration.review}
        checkEligibility={(answers) => invoke('accounts.checkEligibility', { portalId, answers })}
        submit={async (id, answers) => {
          const registered = await invoke('accounts.register', { portalId, id, answers });
          go({ screen: 'confirm-email', portalId, registeredAt: now(), ...registered });
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
      <Stack gap={4} mt="md">
        {portal.support.map((line) => (
          <SupportLineText key={line.phone} line={line} />
        ))}
      </Stack>
    </Stack>
  );
}
