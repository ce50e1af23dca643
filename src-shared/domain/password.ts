import type { FieldProblemCode } from '../errors.ts';
import { commonPasswords } from './common-passwords.ts';

/** Length over composition (NIST SP 800-63B-4, 3.1.1.2). A portal may override the lengths. */
export interface PasswordPolicy {
  readonly minLength: number;
  readonly maxLength: number;
}

/** With a second factor eight characters are enough; where the password stands alone, fifteen. */
export const passwordPolicyWithMfa: PasswordPolicy = { minLength: 8, maxLength: 256 };
export const passwordPolicyAlone: PasswordPolicy = { minLength: 15, maxLength: 256 };

/**
 * What is wrong with a new password, or null. Characters are counted as code points of the NFC form,
 * which is also what gets hashed.
 */
export function passwordProblem(password: string, policy: PasswordPolicy, email = ''): FieldProblemCode | null {
  const normalized = normalizePassword(password);
  const length = Array.from(normalized).length;
  if (length === 0) return 'required';
  if (length < policy.minLength) return 'password_too_short';
  if (length > policy.maxLength) return 'password_too_long';
  const folded = normalized.toLowerCase();
  if (commonPasswords.has(folded) || isTrivial(folded)) return 'password_common';
  const localPart = email.split('@')[0]?.toLowerCase() ?? '';
  if (localPart.length >= 4 && folded.includes(localPart)) return 'password_contains_email';
  return null;
}

/** The form that is hashed and compared. */
export const normalizePassword = (password: string): string => password.normalize('NFC');

/** One repeated character or group (`aaaaaaaa`, `abcabcabc`), or a run (`12345678`, `abcdefgh`). */
function isTrivial(folded: string): boolean {
  if (/^(.{1,4})\1+$/u.test(folded)) return true;
  const steps = Array.from(folded, (character) => character.codePointAt(0) ?? 0);
  const first = (steps[1] ?? 0) - (steps[0] ?? 0);
  return (
    Math.abs(first) === 1 && steps.every((point, place) => place === 0 || point - (steps[place - 1] ?? 0) === first)
  );
}
