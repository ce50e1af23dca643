import { dayOf, daysBetween, type GuidedDeadline } from '../../src-shared/domain/guided-deadline.ts';
import { formatDate, formatQuantity } from './format.ts';

export interface DeadlineText {
  readonly text: string;
  readonly tone: 'good' | 'attention' | 'bad' | 'neutral';
}

const soonDays = 7;

/** `41 days left`, `Due today`, `Overdue by 3 days` */
export function deadlineText({ dueOn, endedOn }: GuidedDeadline, now: Date): DeadlineText {
  if (endedOn !== null) return { text: `Done on ${formatDay(endedOn)}`, tone: 'good' };
  const left = daysBetween(dayOf(now), dueOn);
  if (left === 0) return { text: 'Due today', tone: 'attention' };
  if (left < 0) return { text: `Overdue by ${formatQuantity(-left, 'day', 'days')}`, tone: 'bad' };
  return { text: `${formatQuantity(left, 'day', 'days')} left`, tone: left <= soonDays ? 'attention' : 'neutral' };
}

/** `Mar 4, 2026` for `2026-03-04`, wherever this computer is. */
export const formatDay = (day: string): string => formatDate(`${day}T12:00:00`);
