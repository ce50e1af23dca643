import { runningWaits, type LinkedAccount } from '../../src-shared/domain/organization.ts';
import type { LinkedAccountStatus } from '../../src-shared/domain/statuses.ts';
import { formatList, formatRecent } from './format.ts';

export const linkedAccountStatusTexts: Readonly<Record<LinkedAccountStatus, string>> = {
  'awaiting-administrator': 'Awaiting administrator',
  'awaiting-pin': 'Awaiting PIN',
  active: 'Active',
  denied: 'Denied',
  revoked: 'Revoked',
};

export const linkedAccountTones = {
  'awaiting-administrator': 'waiting',
  'awaiting-pin': 'waiting',
  active: 'good',
  denied: 'bad',
  revoked: 'bad',
} as const satisfies Readonly<Record<LinkedAccountStatus, string>>;

/** What its owner calls the organization (D9), else the portal's name for it. */
export const shownName = ({ nickname, organization }: Pick<LinkedAccount, 'nickname' | 'organization'>): string =>
  nickname ?? organization.name;

/** Where it stands: its status, and of an active one that may not do everything yet until when its first wait runs (D2). */
export function standingOf(
  linked: Pick<LinkedAccount, 'status' | 'waits'>,
  now: Date,
): { readonly text: string; readonly tone: (typeof linkedAccountTones)[LinkedAccountStatus] } {
  const first = linked.status === 'active' ? runningWaits(linked, now)[0] : undefined;
  return first === undefined
    ? { text: linkedAccountStatusTexts[linked.status], tone: linkedAccountTones[linked.status] }
    : { text: `Waiting (until ${formatRecent(first.until, now)})`, tone: 'waiting' };
}

/** Why a linked account cannot be opened yet, or any more; null for an active one. */
export function whyClosed(linked: Pick<LinkedAccount, 'status' | 'statusReason' | 'administrators'>): string | null {
  const said = linked.statusReason === null ? '' : ` They wrote: ${linked.statusReason}`;
  switch (linked.status) {
    case 'active':
      return null;
    case 'awaiting-administrator':
      return linked.administrators.length === 0
        ? 'An administrator has to approve you first.'
        : `Ask ${formatList(linked.administrators)} to approve you.`;
    case 'awaiting-pin':
      return 'A PIN is on its way to you by mail.';
    case 'denied':
      return `An administrator turned your request down.${said}`;
    case 'revoked':
      return `An administrator took your access away.${said}`;
    default:
      return null;
  }
}
