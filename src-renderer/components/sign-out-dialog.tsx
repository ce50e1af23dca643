import type { DeskAccount } from '../../src-shared/ipc/accounts.ts';
import { formatQuantity } from '../lib/format.ts';
import { useProcedure, useProcedureMutation } from '../lib/use-procedure.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Asks before a session is ended, and says what becomes of decisions that still wait. */
export function SignOutDialog({ desk, onClose }: { readonly desk: DeskAccount; readonly onClose: () => void }) {
  const { id, email } = desk.account;
  const sync = useProcedure('sync.state', { accountId: id });
  const signOut = useProcedureMutation('accounts.signOut', {
    onSuccess: onClose,
  });
  const waiting = sync.data?.waiting ?? 0;
  const attention = sync.data?.needsAttention ?? 0;
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => signOut.mutate({ accountId: id })}
      title="Sign out"
      confirmLabel="Sign out"
      tone="plain"
      busy={signOut.isPending}
      error={signOut.error}
    >
      <p>You will need your password and a passcode to sign in as {email} again.</p>
      {waiting > 0 && (
        <p>
          <strong>{formatQuantity(waiting, 'decision has', 'decisions have')} not been sent yet.</strong> They stay on
          this computer and are sent after you sign in again. Nobody else who signs in here sends them.
        </p>
      )}
      {attention > 0 && (
        <p>
          {formatQuantity(attention, 'decision that was refused stays', 'decisions that were refused stay')} under
          Waiting & attention.
        </p>
      )}
    </ConfirmDialog>
  );
}
