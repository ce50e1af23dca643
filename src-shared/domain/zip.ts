import { z } from 'zod';

/** A USPS ZIP code, five or five and four digits, leading zeros kept. */
export const zipSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .regex(/^\d{5}(?:-\d{4})?$/u, 'zip_format');

/** Two ZIP codes name the same place when their first five digits agree; +4 is compared only when both carry it. */
export function zipMatches(entered: string, listed: string): boolean {
  if (entered.slice(0, 5) !== listed.slice(0, 5)) return false;
  return entered.length === 5 || listed.length === 5 || entered === listed;
}
