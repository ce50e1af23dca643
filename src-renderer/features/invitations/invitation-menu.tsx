import { Menu } from '@mantine/core';
import type { InvitationRow } from '../../../src-shared/ipc/people.ts';
import { MenuAction } from '../../components/people/menu-action.tsx';
import { PendingActions } from '../../components/people/pending-actions.tsx';
import { actionTexts, type InvitationColumnsProps } from './invitation-columns.tsx';
import { whyNot } from './invitation-rules.ts';

export interface InvitationMenuProps extends InvitationColumnsProps {
  readonly invitation: InvitationRow;
}

/** Everything that can be done with an invitation. */
export const InvitationMenu = ({ invitation, actor, onAct, onKeep = null, onUndo, onDismiss }: InvitationMenuProps) => (
  <>
    {(['resend-invitation', 'cancel-invitation'] as const).map((action) => (
      <MenuAction
        key={action}
        label={actionTexts[action]}
        tone={action === 'cancel-invitation' ? 'danger' : 'plain'}
        whyNot={whyNot(action, invitation, actor)}
        onClick={() => onAct(action, invitation)}
      />
    ))}
    {onKeep !== null && invitation.version > 0 && (
      <MenuAction label="Edit by hand" onClick={() => onKeep(invitation)} />
    )}
    {invitation.pending.length > 0 && <Menu.Divider />}
    <PendingActions pending={invitation.pending} onUndo={onUndo} onDismiss={onDismiss} />
  </>
);
