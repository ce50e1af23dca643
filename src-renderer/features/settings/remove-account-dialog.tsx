import type { DeskAccount } from '../../../src-shared/ipc/accounts.ts';
import { draftKeysOfAccount } from '../../../src-shared/ipc/draft-keys.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useWizardDrafts } from '../../components/wizard/wizard-drafts.tsx';
import { formatQuantity } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.tsx';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';

/** Asks before an account's data and waiting decisions leave this computer for good. */
export function RemoveAccountDialog({ desk, onClose }: { readonly desk: DeskAccount; readonly onClose: () => void }) {
  const { id, email } = desk.account;
  const go = useGo();
  const { discard } = useWizardDrafts();
  const sync = useProcedure('sync.state', { accountId: id });
  const remove = useProcedureMutation('accounts.remove', {
    onSuccess: () => {
      // whoever signs in here later starts anew
      for (const key of draftKeysOfAccount(id)) discard(key);
      onClose();
      go({ screen: 'home' });
    },
  });
  const waiting = sync.data?.waiting ?? 0;
  const attention = sync.data?.needsAttention ?? 0;
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => remove.mutate({ accountId: id })}
      title="Remove account from this computer"
      confirmLabel="Remove account"
      busy={remove.isPending}
      error={remove.error}
    >
      {desk.mode === 'guided' ? (
        <p>
          Everything that was kept by hand for {email} is deleted from this computer for good: users, invitations,
          access requests, records and deadlines. At the portal nothing changes.
        </p>
      ) : (
        <p>
          {email} is signed out, and everything that was loaded for it is deleted from this computer. At the portal
          nothing changes: you can sign in again at any time.
        </p>
      )}
      {waiting > 0 && (
        <p>
          <strong>
            {formatQuantity(waiting, 'decision has', 'decisions have')} not been{' '}
            {desk.mode === 'guided' ? 'done' : 'sent'} yet and will be lost.
          </strong>
          {desk.mode === 'service' && ' To have them sent, wait until you are online, or sign out instead.'}
        </p>
      )}
      {attention > 0 && (
        <p>{formatQuantity(attention, 'refusal', 'refusals')} under Waiting & attention will be gone too.</p>
      )}
    </ConfirmDialog>
  );
}
