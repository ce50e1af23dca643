import { z } from 'zod';

/**
 * A tax ID: an EIN (NN-NNNNNNN) or, for a sole practitioner, an SSN (NNN-NN-NNNN). Nine bare digits do
 * not say which; matching compares digits, so both are accepted and kept as nine digits. A number that
 * is written as an SSN must be one that the Social Security Administration can have issued.
 */
export const tinSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .regex(/^(?:\d{9}|\d{2}-\d{7}|\d{3}-\d{2}-\d{4})$/u, 'tin_format')
  .refine((tin) => !/^\d{3}-\d{2}-\d{4}$/u.test(tin) || isIssuableSsn(tin), 'ssn_invalid')
  .transform((tin) => tin.replaceAll('-', ''));

/** SSA: never area 000, 666 or 900-999, group 00, serial 0000. */
function isIssuableSsn(ssn: string): boolean {
  const [area = '', group = '', serial = ''] = ssn.split('-');
  return area !== '000' && area !== '666' && !area.startsWith('9') && group !== '00' && serial !== '0000';
}

const unassignedEinPrefixes: ReadonlySet<string> = new Set(
  '00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97'.split(' '),
);

/** The IRS has not assigned this EIN prefix: worth a warning beside the field, never a refusal. */
export const hasUnassignedEinPrefix = (tin: string): boolean => unassignedEinPrefixes.has(tin.slice(0, 2));

/** The only form in which a tax ID is shown: `•••••6789`. */
export const maskTin = (lastFour: string): string => `•••••${lastFour}`;
