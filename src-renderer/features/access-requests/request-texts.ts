import type { AccessRequestStatus } from '../../../src-shared/domain/statuses.ts';
import type { AccessRequestRow } from '../../../src-shared/ipc/people.ts';
import type { StatusTone } from '../../components/status-badge.tsx';
import { formatMoment } from '../../lib/format.ts';

export const statusTexts: Readonly<Record<AccessRequestStatus, string>> = {
  pending: 'Pending',
  approved: 'Approved',
  denied: 'Denied',
  withdrawn: 'Withdrawn',
};

export const statusTones: Readonly<Record<AccessRequestStatus, StatusTone>> = {
  pending: 'attention',
  approved: 'good',
  denied: 'bad',
  withdrawn: 'neutral',
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const quantity = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** `3 days`, `5 hours`, `less than an hour`: how long ago something was, rounded down. */
export function ageText(since: string, now: Date): string {
  const ageMs = now.getTime() - new Date(since).getTime();
  if (ageMs < hourMs) return 'less than an hour';
  if (ageMs < dayMs) return quantity(Math.floor(ageMs / hourMs), 'hour');
  const days = Math.floor(ageMs / dayMs);
  return days < 730 ? quantity(days, 'day') : quantity(Math.floor(days / 365), 'year');
}

/** `Denied by Anna Berg on Mar 4, 2026, 2:14 PM`; null while it is pending. */
export function decisionText({ status, changedBy, changedAt }: AccessRequestRow): string | null {
  if (status === 'pending') return null;
  const by = changedBy === null ? '' : ` by ${changedBy}`;
  return `${statusTexts[status]}${by} on ${formatMoment(changedAt)}`;
}
