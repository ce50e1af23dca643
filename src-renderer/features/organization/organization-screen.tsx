import { Anchor, List, Tabs, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { AsOf } from '../../components/as-of.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useGo } from '../../lib/navigation.tsx';
import { useActiveOrganization } from '../../lib/use-active-organization.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { AgenciesPanel } from './agencies-panel.tsx';
import { OrganizationFacts } from './organization-facts.tsx';
import classes from './organization.module.css';

/** Organization details (D9): the active organization, its users (which the caller draws) and its billing agencies (D10). */
export function OrganizationScreen({ users }: { readonly users: ReactNode }) {
  const go = useGo();
  const organization = useActiveOrganization();
  const { portal, linkedAccount, desk, mayAct } = organization;
  const { organizationDetails: details, billingAgencies: agencies, labels } = portal;
  const sync = useProcedure('sync.state', { accountId: desk.account.id });
  // the shell opens this screen for portals that have it
  if (details === undefined) return null;
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        mb="sm"
        ta="left"
        onClick={() => go({ screen: 'linked-accounts' })}
      >
        {`< ${details.back}`}
      </Anchor>
      <PageHeader
        title={details.title}
        description={details.introduction}
        {...(desk.mode === 'guided' ? {} : { aside: <AsOf at={sync.data?.toldAt ?? null} /> })}
      />
      <List size="sm" mb="lg">
        {details.explanations.map(({ term, text }) => (
          <List.Item key={term}>
            <b>{term}</b> – {text}
          </List.Item>
        ))}
      </List>
      <OrganizationFacts
        accountId={desk.account.id}
        linked={linkedAccount}
        details={details}
        providerIdLabel={labels.providerId}
        canChange={!organization.signedOut}
      />
      {mayAct('view') ? (
        <Tabs defaultValue="users" keepMounted={false} className={classes['tabs'] ?? ''}>
          <Tabs.List aria-label={linkedAccount.organization.name}>
            <Tabs.Tab value="users">{details.manageUsers}</Tabs.Tab>
            {agencies !== undefined && <Tabs.Tab value="agencies">{agencies.manage}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="users" className={classes['panel'] ?? ''}>
            {users}
          </Tabs.Panel>
          {agencies !== undefined && (
            <Tabs.Panel value="agencies" className={classes['panel'] ?? ''}>
              <AgenciesPanel organization={organization} labels={agencies} />
            </Tabs.Panel>
          )}
        </Tabs>
      ) : (
        <Text size="sm">Ask an administrator if you need to see this organization’s users and billing agencies.</Text>
      )}
    </>
  );
}
