import type { InvitationStatus } from '../../../src-shared/domain/statuses.ts';
import type { InvitationRow } from '../../../src-shared/ipc/people.ts';
import { failureText } from '../../components/people/invite/invitation-outcome.ts';
import type { StatusTone } from '../../components/status-badge.tsx';
import { formatDate, formatQuantity } from '../../lib/format.ts';

export const statusTexts: Readonly<Record<InvitationStatus, string>> = {
  sending: 'Sending',
  sent: 'Sent',
  failed: 'Failed',
  accepted: 'Accepted',
  expired: 'Expired',
  cancelled: 'Cancelled',
};

export const statusTones: Readonly<Record<InvitationStatus, StatusTone>> = {
  sending: 'waiting',
  sent: 'waiting',
  failed: 'bad',
  accepted: 'good',
  expired: 'attention',
  cancelled: 'neutral',
};

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** `expires in 3 days`, `expires in 5 hours`, `expires within the hour`, `expired on Mar 4, 2026`: never too long a time. */
export function expiryText(expiresAt: string, now: Date): string {
  const leftMs = new Date(expiresAt).getTime() - now.getTime();
  if (leftMs <= 0) return `expired on ${formatDate(expiresAt)}`;
  if (leftMs < hourMs) return 'expires within the hour';
  if (leftMs < dayMs) return `expires in ${formatQuantity(Math.floor(leftMs / hourMs), 'hour', 'hours')}`;
  return `expires in ${formatQuantity(Math.floor(leftMs / dayMs), 'day', 'days')}`;
}

/** What stands below the status: until when it can be accepted, or why it failed; null where there is nothing to add. */
export function statusDetail(invitation: InvitationRow, now: Date): string | null {
  if (invitation.version === 0) return null;
  switch (invitation.status) {
    case 'sent':
      return expiryText(invitation.expiresAt, now);
    case 'failed':
      return failureText(invitation);
    case 'accepted':
    case 'cancelled':
      return `on ${formatDate(invitation.changedAt)}`;
    case 'expired':
      return `on ${formatDate(invitation.expiresAt)}`;
    default:
      return null;
  }
}
