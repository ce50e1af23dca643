import { formatDate, formatQuantity } from './format.ts';

const dayMs = 24 * 60 * 60_000;

/** `You have 30 days to complete it: 12 days left, until Mar 4, 2026.` (E2); a day that has begun counts. */
export function migrationDeadlineText(dueAt: string, days: number, now: Date): string {
  const left = Math.ceil((new Date(dueAt).getTime() - now.getTime()) / dayMs);
  const allotted = `You have ${formatQuantity(days, 'day', 'days')} to complete it`;
  return `${allotted}: ${formatQuantity(Math.max(left, 0), 'day', 'days')} left, until ${formatDate(dueAt)}.`;
}
