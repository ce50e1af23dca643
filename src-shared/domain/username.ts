import { z } from 'zod';

const pattern = /^[A-Za-z][A-Za-z0-9._-]{5,63}$/u;

/**
 * A name of their own that people sign in with (A3, D4): 6 to 64 letters, digits, dots, dashes and underscores, the first
 * a letter; kept in small letters. Never an email address, so that the two cannot be taken for each other. [ours]
 */
export const usernameSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .max(64, 'too_long')
  .regex(pattern, 'username_format')
  .toLowerCase();

/** What somebody signs in with (A3, D4, E1): their email address, which alone has an `@`, or a username. */
export const signInNameSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .max(254, 'too_long')
  .toLowerCase()
  .refine((name) => !isEmailAddress(name) || z.regexes.email.test(name), 'email_format')
  .refine((name) => isEmailAddress(name) || pattern.test(name), 'username_format');

/** Tells a sign-in name's two kinds apart. */
export const isEmailAddress = (signInName: string): boolean => signInName.includes('@');
