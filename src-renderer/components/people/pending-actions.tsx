import { pendingText } from './command-texts.ts';
import { MenuAction } from './menu-action.tsx';
import type { PendingNoteProps } from './pending-note.tsx';

/** What a row's menu offers for each of its commands that is not done. */
export const PendingActions = ({ pending, onUndo, onDismiss }: PendingNoteProps) =>
  pending.map((command) => (
    <MenuAction
      key={command.id}
      label={`${command.state === 'refused' ? 'Dismiss' : 'Undo'}: ${pendingText(command)}`}
      whyNot={command.state === 'sending' ? 'It is being sent right now.' : null}
      onClick={() => (command.state === 'refused' ? onDismiss(command.id) : onUndo(command.id))}
    />
  ));
