import type { FieldProblemCode } from '../../src-shared/errors.ts';

/** One sentence for each thing that can be wrong with a field: what to do, not what went wrong inside. */
export const fieldTexts: Readonly<Record<FieldProblemCode, string>> = {
  required: 'This field is required.',
  invalid_format: 'This does not look right. Check what you typed.',
  too_short: 'This is too short.',
  too_long: 'This is too long.',
  forbidden_characters: 'This contains characters that cannot be used. Type it instead of pasting it.',
  not_an_option: 'Choose one of the options.',
  not_accepted: 'To go on, confirm that you agree.',
  npi_length: 'An NPI has 10 digits and starts with 1 or 2.',
  npi_check_digit: 'This NPI has a mistyped digit. Compare it with your records.',
  tin_format: 'Enter nine digits, such as 12-3456789 or 123-45-6789.',
  ssn_invalid: 'No Social Security number looks like this. Compare it with your records.',
  zip_format: 'Enter a ZIP code of five digits, such as 02108, or nine, such as 02108-1234.',
  state_format: 'Enter the two letters of the state, such as MA.',
  phone_format: 'Enter a ten-digit phone number, such as 413-555-0123.',
  username_format: 'Use 6 to 64 letters, digits, dots, dashes or underscores, and begin with a letter.',
  date_format: 'Enter a date.',
  email_format: 'Enter an email address, such as name@example.com.',
  provider_id_format: 'Use letters, digits and dashes only.',
  pin_format: 'A PIN has eight letters and digits. The dash need not be entered.',
  passcode_format: 'A passcode has six digits.',
  pages_format: 'Write the pages with dashes and commas, such as 1-3, 5.',
  pages_outside: 'The document does not have all of these pages.',
  password_too_short: 'This password is too short. A few unrelated words make a good one.',
  password_too_long: 'This password is too long.',
  password_common: 'This password is on lists of leaked or easily guessed passwords. Choose another.',
  password_contains_email: 'This password contains your email address. Choose another.',
  password_mismatch: 'The two passwords are not the same.',
  no_match: 'This does not match the portal’s records. Compare it with your letter.',
  duplicate: 'This appears more than once.',
  taken: 'Somebody else has this already. Choose another.',
  in_future: 'This day has not come yet.',
  too_recent: 'This is too recent. Choose one that is older.',
};

/** The sentence beside a field with this problem. */
export const fieldText = (code: FieldProblemCode): string => fieldTexts[code];
