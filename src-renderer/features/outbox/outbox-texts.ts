import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import type { WantedPreferences } from '../../../src-shared/ipc/wanted-preferences.ts';
import { formatMoment } from '../../lib/format.ts';
import { isDoneAlready } from './outbox-rules.ts';

const statusWord = (status: string): string => status.replaceAll('-', ' ');

/** What happened between the decision and its arrival, by whom and when; null where nothing is known. */
export function meanwhileText({ error, present, subjectName, decidedAt, kind }: OutboxItem): string | null {
  const isNew = kind === 'invite-user' || kind === 'add-billing-agency';
  if (present === null && !isNew) return `${subjectName} is no longer in the list.`;
  const told = present?.changedAt ?? '';
  const isNewer = told !== '' && told >= (error?.changedAt ?? '');
  if (!isNewer && error?.changedAt === undefined && error?.currentStatus === undefined) return null;
  const status = (isNewer ? present?.status : error?.currentStatus) ?? error?.currentStatus;
  const changedAt = (isNewer ? told : error?.changedAt) ?? null;
  if (isNewer && told < decidedAt && error?.changedAt === undefined) {
    return status === undefined ? null : `Nothing has changed. The status is still ${statusWord(status)}.`;
  }
  const by = (isNewer ? present?.changedBy : error?.changedBy) ?? 'The portal';
  const at = changedAt === null ? '' : ` on ${formatMoment(changedAt)}`;
  const now = status === undefined ? '' : ` The status is now ${statusWord(status)}.`;
  if (by !== subjectName) return `${by} changed ${subjectName}${at}.${now}`;
  return status === 'accepted' ? `${by} accepted the invitation${at}.` : `${by} changed it${at}.${now}`;
}

/** `Nickname “Downtown”, Default`: what somebody wants a linked account to be called or preferred as (D9). */
export function wishTitle({ nickname, isDefault }: Pick<WantedPreferences, 'nickname' | 'isDefault'>): string {
  const called = nickname === null ? 'No nickname' : `Nickname “${String(nickname)}”`;
  const preferred = isDefault === true ? 'Default' : 'Not the default';
  return [...(nickname === undefined ? [] : [called]), ...(isDefault === undefined ? [] : [preferred])].join(', ');
}

/** Why the portal refused, where the general sentence lacks what is possible next. */
export function adviceText(item: OutboxItem, again: boolean): string {
  if (isDoneAlready(item)) return 'This is what you had decided, too. Nothing is left to do: dismiss it.';
  switch (item.error?.code) {
    case 'version_conflict':
      return again
        ? 'Look at what changed. If your decision still stands, decide again.'
        : 'Your decision no longer applies.';
    case 'illegal_transition':
      return again
        ? 'It is possible again now. If your decision still stands, decide again.'
        : 'Your decision no longer applies. Dismiss it, or look at what is possible now.';
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
