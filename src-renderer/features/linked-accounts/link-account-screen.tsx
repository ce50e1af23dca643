import { Box } from '@mantine/core';
import { useState } from 'react';
import { draftKeys } from '../../../src-shared/ipc/draft-keys.ts';
import { GuidedWizard } from '../../components/guided/guided-wizard.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SupportLineText } from '../../components/support-line-text.tsx';
import { Wizard } from '../../components/wizard/wizard.tsx';
import { invoke } from '../../lib/desk-client.ts';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { useGo } from '../../lib/navigation.tsx';
import { useActiveAccount } from '../../lib/use-active-organization.ts';

/** C8: links one more provider ID to the active account. */
export function LinkAccountScreen() {
  const go = useGo();
  const active = useActiveAccount();
  const [lockedOut, setLockedOut] = useState(false);
  const portal = active?.portal;
  if (active === null || portal?.linkAccount === undefined) return null;
  const { desk } = active;
  const accountId = desk.account.id;
  if (desk.mode === 'guided') {
    return (
      <>
        <PageHeader title={portal.linkAccount.title} description={`${portal.name}, guided`} />
        <GuidedWizard
          draftKey={draftKeys.guidedLink(accountId)}
          portal={portal}
          task="link-account"
          submit={async (id, answers) => {
            await invoke('linkedAccounts.link', { accountId, id, answers });
            go({ screen: 'linked-accounts' });
          }}
          onCancel={() => go({ screen: 'linked-accounts' })}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={portal.linkAccount.title}
        description={
          portal.proofs === undefined
            ? 'One account can work for as many Provider IDs as you need.'
            : 'One login can work for as many organizations as you need.'
        }
      />
      {lockedOut && (
        <Box mb="md">
          <Notice title="No tries with claims are left for now">
            You need not wait: go back and choose to request a PIN by U.S. mail, or call.
            {portal.support.map((line) => (
              <SupportLineText key={line.phone} line={line} />
            ))}
          </Notice>
        </Box>
      )}
      <Wizard
        draftKey={draftKeys.link(accountId)}
        portalId={portal.id}
        steps={portal.linkAccount.steps}
        policy={portal.passwordPolicy}
        checkEligibility={(answers) => invoke('linkedAccounts.find', { accountId, answers })}
        submit={async (id, answers) => {
          try {
            await invoke('linkedAccounts.link', { accountId, id, answers });
          } catch (error) {
            const { code, triesLeft } = deskErrorOf(error);
            setLockedOut(code === 'locked_out' || (code === 'claims_not_confirmed' && triesLeft === 0));
            throw error;
          }
          go({ screen: 'linked-accounts' });
        }}
        onCancel={() => go({ screen: 'linked-accounts' })}
      />
    </>
  );
}
