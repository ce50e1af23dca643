import type { PracticeProfile } from '../../../src-shared/domain/practice-profile.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';

export interface RemoveDialogProps {
  readonly name: string;
  readonly opened: boolean;
  /** The profile without it. */
  readonly without: PracticeProfile;
  readonly onClose: () => void;
}

export function RemoveDialog({ name, opened, without, onClose }: RemoveDialogProps) {
  const save = useProcedureMutation('practice.save', { onSuccess: onClose });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => save.mutate(without)}
      title={`Remove ${name}`}
      confirmLabel="Remove from the profile"
      busy={save.isPending}
      error={save.error}
    >
      <p>{name} is no longer offered when a registration is filled in. At the portals nothing changes.</p>
    </ConfirmDialog>
  );
}
