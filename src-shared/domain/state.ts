import { z } from 'zod';

/** The USPS abbreviation of a state or territory, in capitals. */
export const stateSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  // before capitals are made: those of some letters are several letters
  .regex(/^[A-Za-z]{2}$/u, 'state_format')
  .toUpperCase();
