import type { CommandKind } from '../../../src-shared/domain/command.ts';
import type { PendingCommand } from '../../../src-shared/ipc/people.ts';
import { errorText } from '../../lib/error-texts.ts';

/** What was decided, as short as a table cell wants it. */
export const decisionTexts: Readonly<Record<CommandKind, string>> = {
  'invite-user': 'Invitation',
  'resend-invitation': 'Resend',
  'cancel-invitation': 'Cancel',
  'approve-access-request': 'Approve',
  'deny-access-request': 'Deny',
  'make-admin': 'Make Admin',
  'revoke-user': 'Revoke',
  'restore-user': 'Restore',
  'edit-role-and-permissions': 'New role and permissions',
  'add-billing-agency': 'Add',
  'deny-billing-agency': 'Deny access',
};

/** `Revoke — to do on the portal’s web site`, `Revoke — waiting to be sent`, `Revoke — sending`, `Revoke — refused: It was changed in the meantime` */
export function pendingText({
  kind,
  state,
  error,
  byHand,
}: Pick<PendingCommand, 'kind' | 'state' | 'error' | 'byHand'>): string {
  const decision = decisionTexts[kind];
  if (byHand === true) return `${decision} — to do on the portal’s web site`;
  switch (state) {
    case 'waiting':
      return `${decision} — waiting to be sent`;
    case 'sending':
      return `${decision} — sending`;
    default:
      return `${decision} — refused: ${refusalTitle(error)}`;
  }
}

/** As short as a cell wants it: the refusal comes first, what was decided is in `pendingText`. */
export const noteText = (command: PendingCommand): string =>
  command.state === 'refused' ? `Refused: ${refusalTitle(command.error)}` : pendingText(command);

const refusalTitle = (error: PendingCommand['error']): string =>
  error === null ? 'the portal gave no reason' : errorText(error).title;

/** A refusal at full length. */
export const refusalText = (error: PendingCommand['error']): string =>
  error === null ? 'The portal gave no reason.' : `${errorText(error).title}. ${errorText(error).message}`;

/** The commands of a row that the portal may still carry out. */
export const underWay = (pending: readonly PendingCommand[]): readonly PendingCommand[] =>
  pending.filter(({ state }) => state !== 'refused');

/** What a row shows of its commands: the newest under way, else the newest refusal; null without any. */
export const foremost = (pending: readonly PendingCommand[]): PendingCommand | null =>
  underWay(pending).at(-1) ?? pending.at(-1) ?? null;
