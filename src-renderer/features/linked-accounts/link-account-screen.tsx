import { PageHeader } from '../../components/page-header.tsx';
import { Wizard } from '../../components/wizard/wizard.tsx';
import { invoke } from '../../lib/desk-client.ts';
import { useGo } from '../../lib/navigation.tsx';
import { useActiveAccount } from '../../lib/use-active-organization.ts';

/** C8: links one more provider ID to the active account. */
export function LinkAccountScreen() {
  const go = useGo();
  const active = useActiveAccount();
  if (active === null) return null;
  const { portal, desk } = active;
  const accountId = desk.account.id;
  return (
    <>
      <PageHeader
        title={portal.linkAccount.title}
        description="One account can work for as many Provider IDs as you need."
      />
      <Wizard
        draftKey={`link ${accountId}`}
        portalId={portal.id}
        steps={portal.linkAccount.steps}
        policy={portal.passwordPolicy}
        checkEligibility={(answers) => invoke('accounts.checkEligibility', { portalId: portal.id, answers })}
        submit={async (id, answers) => {
          await invoke('linkedAccounts.link', { accountId, id, answers });
          go({ screen: 'linked-accounts' });
        }}
        onCancel={() => go({ screen: 'linked-accounts' })}
      />
    </>
  );
}
