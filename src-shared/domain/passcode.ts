import { z } from 'zod';
import { lineOfText } from './text.ts';

/** A one-time passcode: six digits; spaces that a person types between them do not count. */
export const passcodeSchema = z
  .string({ error: 'required' })
  .transform((code) => code.replaceAll(/\s/gu, ''))
  .pipe(
    z
      .string()
      .min(1, 'required')
      .regex(/^\d{6}$/u, 'passcode_format'),
  );

/** An emailed passcode's life (NIST SP 800-63B-4, 3.1.3.2). */
export const passcodeLifeMs = 10 * 60_000;
/** Wrong tries that end a sign-in; a new code does not reset the count. */
export const passcodeTries = 5;
/** Least time between two emailed codes of one sign-in. */
export const passcodeResendAfterMs = 30_000;

export const passcodeMethods = ['email', 'authenticator', 'secret-question'] as const;
export const passcodeMethodSchema = z.enum(passcodeMethods);
export type PasscodeMethod = z.infer<typeof passcodeMethodSchema>;

/** What answers a secret question (E1). */
export const secretAnswerSchema = lineOfText(100);
