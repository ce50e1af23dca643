import { z } from 'zod';

const nanp = /^[2-9](?!11)\d{2}[2-9](?!11)\d{6}$/u;

/**
 * A North American number, NXX-NXX-XXXX with N from 2 to 9 and area code and exchange not N11 (NANPA).
 * Spaces, dots, dashes, brackets and a leading +1 are accepted; ten bare digits are kept.
 */
export const phoneSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .max(30, 'phone_format')
  .transform((phone) => phone.replace(/^\+1/u, '').replaceAll(/[\s().-]/gu, ''))
  .refine((digits) => nanp.test(digits), 'phone_format');

/** `4135550123` as `413-555-0123`. */
export const formatPhone = (digits: string): string => digits.replace(/^(\d{3})(\d{3})(\d{4})$/u, '$1-$2-$3');
