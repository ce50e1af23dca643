import type { ErrorCode } from '../../src-shared/errors.ts';

/** The HTTP status of each failure. 401 says `session_ended`, and at the sign-in `wrong_credentials`; nothing else. */
const statusByCode: Readonly<Partial<Record<ErrorCode, number>>> = {
  invalid_input: 400,
  wrong_credentials: 401,
  session_ended: 401,
  email_unverified: 403,
  not_permitted: 403,
  not_found: 404,
  already_a_user: 409,
  already_invited: 409,
  already_linked: 409,
  authenticator_exists: 409,
  command_in_flight: 409,
  illegal_transition: 409,
  last_administrator: 409,
  version_conflict: 409,
  feed_truncated: 410,
  passcode_expired: 410,
  sign_in_expired: 410,
  too_large: 413,
  command_id_reused: 422,
  no_match: 422,
  wrong_passcode: 422,
  locked_out: 429,
  rate_limited: 429,
};

/** 500 for codes that the service has no business to answer. */
export const errorStatus = (code: ErrorCode): number => statusByCode[code] ?? 500;
