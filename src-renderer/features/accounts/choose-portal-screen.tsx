import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { draftKeys } from '../../../src-shared/ipc/draft-keys.ts';
import { portals } from '../../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { PortalChip } from '../../components/portal-chip.tsx';
import { useHasDraft } from '../../components/wizard/use-has-draft.ts';
import { useGo } from '../../lib/navigation.tsx';
import classes from './choose-portal-screen.module.css';
import { SupportNumbers } from './support-numbers.tsx';

/** The first screen of a new desk, and the way to one more account: every portal that the product knows. */
export function ChoosePortalScreen() {
  return (
    <Stack maw={920} mx="auto" gap="md" className={classes['screen'] ?? ''}>
      <PageHeader
        title="Choose a portal"
        description="Sign in where you have an account already, or register for one. You can add more portals later."
      />
      <Paper withBorder className={classes['portals'] ?? ''}>
        {portals.map((portal) => (
          <PortalRow key={portal.id} portal={portal} />
        ))}
      </Paper>
      <Text size="sm" c="dimmed" id="guided-mode">
        <strong>Guided mode</strong> needs no service: act on the portal’s web site; Portal Desk shows each step and
        keeps the record.
      </Text>
    </Stack>
  );
}

function PortalRow({ portal }: { readonly portal: PortalDefinition }) {
  const go = useGo();
  const nameId = `portal-${portal.id}`;
  return (
    <section aria-labelledby={nameId} className={classes['portal']}>
      <PortalChip portal={portal} size={44} />
      <div className={classes['words']}>
        <Title order={2} size="h4" id={nameId}>
          {portal.name}
        </Title>
        <Text c="dimmed" size="sm">
          {portal.payer}
        </Text>
      </div>
      <Button aria-describedby={nameId} onClick={() => go({ screen: 'sign-in', portalId: portal.id })}>
        Sign in
      </Button>
      <RegisterButton portalId={portal.id} />
      <Button
        variant="subtle"
        px="xs"
        aria-label={`Use guided mode: ${portal.name}`}
        aria-describedby="guided-mode"
        onClick={() => go({ screen: 'register', portalId: portal.id, mode: 'guided' })}
      >
        Use guided mode
      </Button>
      {portal.support.length > 0 && <SupportNumbers portal={portal} />}
    </section>
  );
}

function RegisterButton({ portalId }: { readonly portalId: string }) {
  const go = useGo();
  const isUnfinished = useHasDraft(draftKeys.registration(portalId));
  return (
    <Button
      variant="default"
      aria-describedby={`portal-${portalId}`}
      onClick={() => go({ screen: 'register', portalId })}
    >
      {isUnfinished ? 'Continue your registration' : 'Register'}
    </Button>
  );
}
