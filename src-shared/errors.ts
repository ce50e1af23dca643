import { z } from 'zod';

/**
 * Every expected failure of the product, on any side. Texts for people are the renderer's
 * (and the portal pages'); the codes travel. `docs/errors.md` explains each one.
 */
export const errorCodes = [
  // input
  'invalid_input',
  'not_found',
  'too_large',
  // identity
  'wrong_credentials',
  'email_unverified',
  'awaiting_verification',
  'account_expired',
  'migration_overdue',
  'locked_out',
  'rate_limited',
  'wrong_passcode',
  'passcode_expired',
  'sign_in_expired',
  'session_ended',
  'authenticator_exists',
  // association
  'no_match',
  'already_linked',
  'claims_not_confirmed',
  'wrong_pin',
  'pin_expired',
  // health plans
  'disclaimer_missing',
  // orders
  'clinical_questions_first',
  'documents_not_needed',
  'part_out_of_step',
  'document_damaged',
  'document_type',
  // commands
  'not_permitted',
  'version_conflict',
  'illegal_transition',
  'last_administrator',
  'too_early',
  'already_a_user',
  'already_invited',
  'already_added',
  'command_id_reused',
  'command_in_flight',
  'earlier_refused',
  // guided mode
  'step_open',
  'step_blocked',
  'step_not_done',
  // feed
  'feed_truncated',
  // transport, as the desktop sees it
  'offline',
  'portal_error',
  'unexpected_answer',
  // documents, on the desktop
  'document_encrypted',
  'document_unreadable',
  'letter_not_opened',
  // NPI Registry
  'consent_missing',
  'registry_unavailable',
  // desktop
  'keychain_unavailable',
  'key_missing',
  'cache_unreadable',
  'disk_full',
  'storage_failed',
  'file_not_written',
  'signed_out',
  'internal',
] as const;

export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** What can be wrong with one field. The renderer has one sentence for each. */
export const fieldProblemCodes = [
  'required',
  'invalid_format',
  'too_short',
  'too_long',
  'forbidden_characters',
  'not_an_option',
  'not_accepted',
  'npi_length',
  'npi_check_digit',
  'tin_format',
  'ssn_invalid',
  'zip_format',
  'state_format',
  'phone_format',
  'email_format',
  'username_format',
  'date_format',
  'provider_id_format',
  'passcode_format',
  'pin_format',
  'pages_format',
  'pages_outside',
  'password_too_short',
  'password_too_long',
  'password_common',
  'password_contains_email',
  'password_mismatch',
  'no_match',
  'duplicate',
  'taken',
  'too_recent',
  'in_future',
] as const;

export const fieldProblemCodeSchema = z.enum(fieldProblemCodes);
export type FieldProblemCode = z.infer<typeof fieldProblemCodeSchema>;

/** `path` names the field as the form does: `zip`, or `permissions.0`. */
export const fieldProblemSchema = z.object({ path: z.string(), code: fieldProblemCodeSchema });
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

export const deskErrorSchema = z.object({
  code: errorCodeSchema,
  /** Present with `invalid_input` and `no_match`. */
  fields: z.array(fieldProblemSchema).optional(),
  /** Milliseconds to wait before a retry can succeed (`rate_limited`, `locked_out`, `wrong_passcode`, `too_early`). */
  retryAfterMs: z.int().nonnegative().optional(),
  /** Tries left before a passcode, sign-in or PIN is ended, or before no more claims may be answered for. */
  triesLeft: z.int().nonnegative().optional(),
  /** The offset from which the upload goes on, with `part_out_of_step`. */
  offset: z.int().nonnegative().optional(),
  /** Who changed the subject meanwhile, with `version_conflict` and `illegal_transition`. */
  changedBy: z.string().nullable().optional(),
  changedAt: z.iso.datetime().nullable().optional(),
  /** The subject's status now, with `version_conflict` and `illegal_transition`. */
  currentStatus: z.string().optional(),
  /** What somebody wrote down, with `step_not_done`. */
  reason: z.string().optional(),
});
export type DeskError = z.infer<typeof deskErrorSchema>;

const known: ReadonlySet<string> = new Set(fieldProblemCodes);

/** Turns zod's issues into field problems. Schemas of this project carry a problem code as their message. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), code: problemCode(issue) }));
}

function problemCode(issue: z.core.$ZodIssue): FieldProblemCode {
  if (known.has(issue.message)) return issue.message as FieldProblemCode;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'required' : 'invalid_format';
    case 'too_small':
      return 'too_short';
    case 'too_big':
      return 'too_long';
    case 'invalid_value':
      return 'not_an_option';
    default:
      return 'invalid_format';
  }
}

export const invalidInput = (fields: FieldProblem[]): DeskError => ({ code: 'invalid_input', fields });
