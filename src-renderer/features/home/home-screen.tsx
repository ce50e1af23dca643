import { SimpleGrid, Stack } from '@mantine/core';
import { AsOf } from '../../components/as-of.tsx';
import { DeadlinesSection } from '../../components/guided/deadlines-section.tsx';
import { DisclaimerFirst } from './disclaimer-first.tsx';
import { HomeNotices } from '../../components/notices/home-notices.tsx';
import { MigrationNotice } from '../../components/migration-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { useActiveAccount, useActiveOrganizationIfAny } from '../../lib/use-active-organization.ts';
import { hasOrganizations, usePlanAccount } from '../../lib/use-plan-account.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { AuthenticatorAdvice } from './authenticator-advice.tsx';
import { LinkedAccountsOverview } from './linked-accounts-overview.tsx';
import { PeopleCards } from './people-cards.tsx';
import { PlansOverview } from './plans-overview.tsx';
import { PortalLinks } from './portal-links.tsx';

/** What is waiting, at a glance, and the ways on. */
export function HomeScreen() {
  const { now } = useSurroundings();
  const active = useActiveAccount();
  const organization = useActiveOrganizationIfAny();
  const sync = useProcedure('sync.state', { accountId: active?.desk.account.id ?? '' }, { enabled: active !== null });
  const plans = usePlanAccount();
  if (active === null) return null;
  const isGuided = active.desk.mode === 'guided';
  return (
    <>
      <PageHeader
        title={`${greeting(now())}, ${active.desk.account.firstName}`}
        description={organization?.linkedAccount.organization.name ?? active.portal.name}
        aside={!isGuided && plans === null && <AsOf at={sync.data?.lastSyncedAt ?? sync.data?.toldAt ?? null} />}
      />
      <Stack gap="lg">
        {plans !== null && <DisclaimerFirst account={plans} />}
        <MigrationNotice active={active} />
        <HomeNotices />
        {organization?.mayAct('view') === true && <PeopleCards organization={organization} />}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          {hasOrganizations(active) && <LinkedAccountsOverview active={active} />}
          {plans !== null && <PlansOverview account={plans} />}
          <Stack gap="lg">
            {isGuided && <DeadlinesSection accountId={active.desk.account.id} />}
            {!isGuided &&
              active.desk.account.authenticatorSince === null &&
              active.portal.passcodeMethods.includes('authenticator') && <AuthenticatorAdvice />}
            <PortalLinks portal={active.portal} />
          </Stack>
        </SimpleGrid>
      </Stack>
    </>
  );
}

function greeting(now: Date): string {
  const hour = now.getHours();
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}
