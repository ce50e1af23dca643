import { z } from 'zod';
import { dateSchema } from './date.ts';
import { idSchema } from './identifier.ts';
import { lineOfText } from './text.ts';

/**
 * `unused-sign-in`: username and password expire unless they are used (A9). `pin`: a PIN by mail (D8). `own`: what
 * somebody wrote down.
 */
export const deadlineKinds = ['unused-sign-in', 'pin', 'own'] as const;

/** A day by which something has to have happened at a portal that has only a web site. */
export const guidedDeadlineSchema = z.object({
  id: idSchema,
  kind: z.enum(deadlineKinds),
  label: lineOfText(200),
  dueOn: dateSchema,
  /** When it was met; it counts no more from then on. */
  endedOn: dateSchema.nullable(),
  /** With `pin`: what the PIN is for. */
  linkedAccountId: idSchema.optional(),
});
export type GuidedDeadline = z.infer<typeof guidedDeadlineSchema>;

/** The day of the calendar that it is on this computer. */
export function dayOf(moment: Date): string {
  const parts = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'));
  return [String(moment.getFullYear()), ...parts].join('-');
}

const dayMs = 24 * 60 * 60_000;

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one day to another; below 0 where the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
