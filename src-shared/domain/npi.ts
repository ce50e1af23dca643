import { z } from 'zod';

/**
 * National Provider Identifier: ten digits, the first 1 or 2, whose last digit is the Luhn check
 * over the issuer prefix 80840 and the number (CMS, "Requirements for National Provider Identifier
 * and NPI Check Digit"). A valid number need not be assigned to anybody.
 */
export const npiSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .regex(/^[12]\d{9}$/u, 'npi_length')
  .refine((npi) => !/^[12]\d{9}$/u.test(npi) || luhnSum(`80840${npi}`) % 10 === 0, 'npi_check_digit');

/** The full NPI whose first nine digits are given. Throws when they are not nine digits. */
export function npiFromFirstNine(firstNine: string): string {
  if (!/^[12]\d{8}$/u.test(firstNine))
    throw new Error('An NPI starts with 1 or 2 and has nine digits before its check digit');
  const sum = luhnSum(`80840${firstNine}0`);
  return firstNine + String((10 - (sum % 10)) % 10);
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
