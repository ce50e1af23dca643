import { z } from 'zod';

/** A day of the calendar as ISO 8601 writes it: `2026-11-22`. Years from 1900 to 2199. */
export const dateSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .regex(/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/u, 'date_format')
  .refine((date) => !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date), 'date_format');
