import { formatDate, formatQuantity } from './format.ts';

const dayMs = 24 * 60 * 60_000;
/** By so much this computer's clock may be behind the portal's, and what is drawn behind the clock. */
const behindMs = 5 * 60_000;

/** `You have 30 days to complete it: 12 days left, until Mar 4, 2026.` (E2); a day that has begun counts. */
export function migrationDeadlineText(dueAt: string, days: number, now: Date): string {
  const leftMs = new Date(dueAt).getTime() - now.getTime();
  // of 30 days there are never 31 left
  const left = Math.max(Math.ceil((leftMs - behindMs) / dayMs), leftMs > 0 ? 1 : 0);
  const allotted = `You have ${formatQuantity(days, 'day', 'days')} to complete it`;
  return `${allotted}: ${formatQuantity(left, 'day', 'days')} left, until ${formatDate(dueAt)}.`;
}
