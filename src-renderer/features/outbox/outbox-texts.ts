import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import { formatMoment } from '../../lib/format.ts';

const statusWord = (status: string): string => status.replaceAll('-', ' ');

/** What happened between the decision and its arrival, by whom and when; null where nothing is known. */
export function meanwhileText({ error, subjectName }: OutboxItem): string | null {
  if (error?.changedAt === undefined && error?.currentStatus === undefined) return null;
  const by = error.changedBy ?? 'The portal';
  const at = error.changedAt === undefined || error.changedAt === null ? '' : ` on ${formatMoment(error.changedAt)}`;
  const now = error.currentStatus === undefined ? '' : ` The status is now ${statusWord(error.currentStatus)}.`;
  return `${by} changed ${subjectName}${at}.${now}`;
}

/** Why the portal refused, where the general sentence lacks what is possible next. */
export function adviceText({ error }: OutboxItem, again: boolean): string {
  switch (error?.code) {
    case 'version_conflict':
      return again
        ? 'Look at what changed. If your decision still stands, decide again.'
        : 'Your decision no longer applies.';
    case 'illegal_transition':
      return 'Your decision no longer applies. Dismiss it, or look at what is possible now.';
    case 'last_administrator':
      return 'Once that is done, decide again.';
    case 'already_a_user':
      return 'Look for the person among the users. They may be revoked: then restore them.';
    case 'already_invited':
      return 'Look for the open invitation. You can resend it.';
    case 'already_added':
      return 'Look for the billing agency in the list. If its access was denied, add it again there.';
    case 'not_permitted':
      return 'Your own access may have changed. Ask an administrator of this Provider ID.';
    case 'not_found':
      return 'Nothing is left to decide.';
    default:
      return again ? 'You can decide again.' : 'Dismiss it once you have taken note.';
  }
}
