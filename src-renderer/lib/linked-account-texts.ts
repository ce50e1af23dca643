import type { LinkedAccount } from '../../src-shared/domain/organization.ts';
import type { LinkedAccountStatus } from '../../src-shared/domain/statuses.ts';
import { formatList } from './format.ts';

export const linkedAccountStatusTexts: Readonly<Record<LinkedAccountStatus, string>> = {
  'awaiting-administrator': 'Awaiting administrator',
  'awaiting-pin': 'Awaiting PIN',
  waiting: 'Waiting',
  active: 'Active',
  denied: 'Denied',
  revoked: 'Revoked',
};

export const linkedAccountTones = {
  'awaiting-administrator': 'waiting',
  'awaiting-pin': 'waiting',
  waiting: 'waiting',
  active: 'good',
  denied: 'bad',
  revoked: 'bad',
} as const satisfies Readonly<Record<LinkedAccountStatus, string>>;

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
    case 'waiting':
      return 'The portal is preparing it.';
    case 'denied':
      return `An administrator turned your request down.${said}`;
    case 'revoked':
      return `An administrator took your access away.${said}`;
    default:
      return null;
  }
}
