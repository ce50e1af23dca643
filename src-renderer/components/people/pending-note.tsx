import type { PendingCommand } from '../../../src-shared/ipc/people.ts';
import { useGo } from '../../lib/navigation.tsx';
import { CellButton } from './cell-button.tsx';
import classes from './cells.module.css';
import { decisionTexts, foremost, noteText, pendingText, refusalText } from './command-texts.ts';

export interface PendingNoteProps {
  readonly pending: readonly PendingCommand[];
  readonly onUndo: (commandId: string) => void;
  readonly onDismiss: (commandId: string) => void;
}

/**
 * What was decided about a row and is not yet done: nothing is shown as done before the portal has said so. A refusal is
 * told at full length on pointing at the note and on focus of its button.
 */
export function PendingNote({ pending, onUndo, onDismiss }: PendingNoteProps) {
  const go = useGo();
  const command = foremost(pending);
  if (command === null) return null;
  const refused = command.state === 'refused';
  const more = pending.length > 1 ? ` (and ${pending.length - 1} more)` : '';
  const explanation = refused ? `${decisionTexts[command.kind]}. ${refusalText(command.error)}` : null;
  return (
    <div
      className={classes['note']}
      data-state={command.state}
      {...(explanation === null ? {} : { 'data-explanation': explanation })}
    >
      <span className={classes['clip']} {...(refused ? {} : { title: pendingText(command) })}>
        {noteText(command)}
        {more}
      </span>
      {command.byHand === true && <CellButton onClick={() => go({ screen: 'manual-steps' })}>Do it</CellButton>}
      {command.state === 'waiting' && command.byHand !== true && (
        <CellButton onClick={() => onUndo(command.id)}>Undo</CellButton>
      )}
      {explanation !== null && (
        <CellButton onClick={() => onDismiss(command.id)} description={explanation}>
          Dismiss
        </CellButton>
      )}
    </div>
  );
}
