import { dayOf } from '../../../src-shared/domain/guided-deadline.ts';

/** A moment on the day that somebody named: now if it is today, else noon, since nobody noted the hour. */
export const momentOn = (day: string, now: Date): string =>
  (day === dayOf(now) ? now : new Date(`${day}T12:00:00`)).toISOString();
