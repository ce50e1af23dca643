import { Stack } from '@mantine/core';
import { DeadlinesSection } from '../../components/guided/deadlines-section.tsx';
import { MigrationNotice } from '../../components/migration-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useActiveAccount } from '../../lib/use-active-organization.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { AboutSection } from './about-section.tsx';
import { AccountSection } from './account-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { AuthenticatorSection } from './authenticator-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';

/** The desk's look, the active account and its password and second factor, and what the desk is. */
export function SettingsScreen() {
  const active = useActiveAccount();
  const state = useProcedure('app.state', {});
  if (state.data === undefined) return null;
  return (
    <>
      <PageHeader title="Settings" />
      <Stack gap="lg" maw={760}>
        <AppearanceSection chosen={state.data.colorScheme} />
        {active !== null && <MigrationNotice active={active} />}
        {active !== null && <AccountSection active={active} />}
        {active?.desk.mode === 'guided' && <DeadlinesSection accountId={active.desk.account.id} />}
        {active?.desk.mode === 'service' && (
          <PasswordSection key={`password-${active.desk.account.id}`} active={active} />
        )}
        {active?.desk.mode === 'service' && active.portal.passcodeMethods.includes('authenticator') && (
          <AuthenticatorSection key={active.desk.account.id} desk={active.desk} />
        )}
        <ShortcutsSection platform={state.data.platform} />
        <AboutSection state={state.data} />
      </Stack>
    </>
  );
}
