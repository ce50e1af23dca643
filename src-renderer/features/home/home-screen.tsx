import { SimpleGrid, Stack } from '@mantine/core';
import { AsOf } from '../../components/as-of.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { useActiveAccount, useActiveOrganizationIfAny } from '../../lib/use-active-organization.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { AuthenticatorAdvice } from './authenticator-advice.tsx';
import { LinkedAccountsOverview } from './linked-accounts-overview.tsx';
import { PeopleCards } from './people-cards.tsx';
import { PortalLinks } from './portal-links.tsx';

/** What is waiting, at a glance, and the ways on. */
export function HomeScreen() {
  const { now } = useSurroundings();
  const active = useActiveAccount();
  const organization = useActiveOrganizationIfAny();
  const sync = useProcedure('sync.state', { accountId: active?.desk.account.id ?? '' }, { enabled: active !== null });
  if (active === null) return null;
  return (
    <>
      <PageHeader
        title={`${greeting(now())}, ${active.desk.account.firstName}`}
        description={organization?.linkedAccount.organization.name ?? active.portal.name}
        aside={<AsOf at={sync.data?.lastSyncedAt ?? null} />}
      />
      <Stack gap="lg">
        {organization?.mayAct('view') === true && <PeopleCards organization={organization} />}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <LinkedAccountsOverview active={active} />
          <Stack gap="lg">
            {active.desk.account.authenticatorSince === null &&
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
