import { z } from 'zod';

/**
 * A deliverable address of at most 254 characters (RFC 5321), kept in lower case: providers of mail do
 * not tell capitals apart, and one person has one address in a portal (E4).
 */
export const emailSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .max(254, 'too_long')
  .toLowerCase()
  .regex(z.regexes.email, 'email_format');

/** `anna.berg@example.com` as `a•••@example.com`: enough for its owner to know it again. */
export function maskEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 1)}•••@${domain}`;
}
