import type { DeskError, ErrorCode } from '../../src-shared/errors.ts';
import { formatMoment, formatQuantity, formatWait } from './format.ts';

export interface ErrorText {
  readonly title: string;
  /** What it means and what to do. */
  readonly message: string;
  /** Whether the same thing may work when tried again. */
  readonly retriable: boolean;
}

type TextOf = (error: DeskError) => ErrorText;

const final = (title: string, message: string): ErrorText => ({ title, message, retriable: false });
const retriable = (title: string, message: string): ErrorText => ({ title, message, retriable: true });

const wait = (error: DeskError): string =>
  error.retryAfterMs === undefined ? 'Wait a moment' : `Wait ${formatWait(error.retryAfterMs)}`;

const tries = (error: DeskError): string =>
  error.triesLeft === undefined ? '' : ` You have ${formatQuantity(error.triesLeft, 'try', 'tries')} left.`;

function whoChangedIt(error: DeskError): string {
  const who = error.changedBy ?? 'Somebody';
  const when = error.changedAt === undefined || error.changedAt === null ? '' : ` on ${formatMoment(error.changedAt)}`;
  const what =
    error.currentStatus === undefined ? '' : ` The status is now ${error.currentStatus.replaceAll('-', ' ')}.`;
  return `${who} changed it${when}.${what}`;
}

const texts: Readonly<Record<ErrorCode, TextOf>> = {
  invalid_input: () => final('Some answers need attention', 'Check the marked fields.'),
  not_found: () =>
    final('This is no longer there', 'It may have been removed meanwhile. The list will be brought up to date.'),
  too_large: () => final('This is too much at once', 'Send fewer items at a time.'),

  wrong_credentials: (error) => final('Username or password is not right', `Check both and try again.${tries(error)}`),
  email_unverified: () =>
    final('Your email address is not confirmed yet', 'Open the link in the email that we sent you, then sign in.'),
  awaiting_verification: () =>
    final(
      'Your account has not been verified yet',
      'The portal verifies it first. You receive a second email when your account is active, and can sign in then.',
    ),
  account_expired: () =>
    final(
      'Your username and password have expired',
      'They were not used in time after the registration. Register again, or call the portal’s support.',
    ),
  migration_overdue: () =>
    final(
      'The time to set up multi-factor authentication is over',
      'It was not completed in the days that the portal’s notice gave. Call the portal’s support: they can give you more.',
    ),
  locked_out: (error) =>
    final('Too many wrong tries', `To protect the account, this is paused. ${wait(error)}, then try again.`),
  rate_limited: (error) => retriable('That was too fast', `${wait(error)}, then try again.`),
  wrong_passcode: (error) => final('That passcode is not right', `Check the six digits.${tries(error)}`),
  passcode_expired: () => final('That passcode has expired', 'Passcodes work for 10 minutes. Ask for a new one.'),
  sign_in_expired: () =>
    final(
      'This sign-in has ended',
      'It took too long, or there were too many wrong passcodes. Start again with your password.',
    ),
  session_ended: () => final('Your session ended', 'Sign in again to go on. Waiting changes are kept.'),
  authenticator_exists: () => final('An authenticator app is already set up', 'Remove it first to set up another one.'),

  no_match: () =>
    final(
      'The portal found no match',
      'What you entered has to match the portal’s records, as its letters to you show them. Nothing you typed is lost.',
    ),
  disclaimer_missing: () =>
    final('Agree to the HIPAA Disclaimer first', 'Open Manage Your User Profile and agree to it, then try again.'),
  claims_not_confirmed: (error) =>
    final(
      'The answers do not all match the portal’s records',
      error.triesLeft === 0
        ? 'That was the last try for today. You can request a PIN by U.S. mail instead, or call the portal’s support.'
        : `Compare every answer with your advisories; which one differs is not told.${tries(error)}`,
    ),
  wrong_pin: (error) => final('That PIN is not right', `Compare it with the letter.${tries(error)}`),
  pin_expired: () => final('This PIN no longer works', 'It has expired or was tried too often. Request a new one.'),
  already_linked: () => final('This Provider ID is already linked', 'You will find it under Manage Linked Accounts.'),

  clinical_questions_first: () =>
    final(
      'The clinical questions come first',
      'Answer the clinical questions of this order on the portal. Documents can be uploaded once that is done.',
    ),
  documents_not_needed: () =>
    final('No documents are needed', 'The portal has not asked for documents for this order.'),
  part_out_of_step: () =>
    retriable('The upload is out of step', 'Another computer may be sending the same document. Try again.'),
  document_damaged: () =>
    retriable('The document did not arrive whole', 'Nothing of it was kept. Try again: it is sent anew.'),
  document_type: () =>
    final(
      'This kind of file is not accepted',
      'Choose a PDF, PNG, JPEG or TIFF file. What counts is the content, not the name.',
    ),
  document_encrypted: () =>
    final('The PDF is protected by a password', 'Save a copy without a password, and choose that one.'),
  document_unreadable: () =>
    final('The file cannot be read', 'It may be damaged, or have been moved or changed. Choose it again.'),
  letter_not_opened: () =>
    final('The letter could not be opened', 'No program on this computer opened it. Install a viewer for PDF files.'),

  not_permitted: () => final('You are not allowed to do this', 'Ask an administrator of this Provider ID.'),
  version_conflict: (error) =>
    final('It was changed in the meantime', `${whoChangedIt(error)} Look at it and decide again.`),
  illegal_transition: (error) => final('This is no longer possible', whoChangedIt(error)),
  last_administrator: () =>
    final(
      'Somebody has to stay administrator',
      'This is the last administrator of the Provider ID. Make somebody else administrator first.',
    ),
  too_early: (error) =>
    final(
      'It is too early for this',
      `The portal asks everybody to wait for a while after they were associated. ${wait(error)}, then decide again.`,
    ),
  already_a_user: () => final('Already a user', 'A person with this email address is in the user table.'),
  already_invited: () =>
    final('Already invited', 'An open invitation for this email address exists. You can resend it.'),
  already_added: (error) => final('Already in the list', `The billing agency is there already. ${whoChangedIt(error)}`),
  command_id_reused: () =>
    final('This change could not be sent', 'It conflicts with another change. Dismiss it and decide again.'),
  command_in_flight: () =>
    final('It is being sent right now', 'The change can no longer be taken back. You will see its result in a moment.'),

  earlier_refused: () =>
    final(
      'Not sent',
      'It counted on an earlier decision about the same person, and that one was refused. Look at the person as they are now, and decide again.',
    ),
  step_open: () => final('Not recorded yet', 'Do it on the portal’s web site, then record it under Manual steps.'),
  step_blocked: () =>
    final(
      'An earlier step comes first',
      'Something else about the same person is still to be done on the portal’s web site. Record that first.',
    ),
  step_not_done: (error) =>
    final(
      'It could not be done on the portal’s web site',
      error.reason === undefined ? 'Nothing was changed.' : `Nothing was changed. You noted: ${error.reason}`,
    ),
  feed_truncated: () =>
    retriable('The list has to be loaded again', 'This computer was away for long. Loading everything afresh.'),

  offline: () =>
    retriable(
      'You are offline',
      'The portal cannot be reached. What was loaded before stays readable, and nothing you typed is lost.',
    ),
  portal_error: () => retriable('The portal has a problem', 'It did not answer as it should. Try again in a moment.'),
  unexpected_answer: () =>
    retriable(
      'The portal’s answer was not understood',
      'Try again. If it stays this way, a newer version of Portal Desk may be needed.',
    ),

  consent_missing: () =>
    final('Look-ups are not allowed yet', 'Allow them once for this computer. Nothing was sent to the NPI Registry.'),
  registry_unavailable: () =>
    retriable(
      'The NPI Registry cannot be reached',
      'You may be offline, or the Registry has a problem. Fill in the fields by hand, or try again later.',
    ),

  keychain_unavailable: () =>
    retriable(
      'The system keychain cannot be reached',
      'Portal Desk keeps its keys there and writes nothing without it. Unlock or start the keychain of this computer. Nothing is lost.',
    ),
  key_missing: () =>
    retriable(
      'The key to the local data is missing',
      'The keychain of this computer no longer holds it. Sign in to this computer as the person who set up Portal Desk, or restore the keychain. Nothing was changed.',
    ),
  cache_unreadable: () =>
    retriable(
      'The local data cannot be read',
      'The file may be in use or damaged. Close other copies of Portal Desk and try again. What the portals know is safe there.',
    ),
  disk_full: () =>
    retriable('The disk is full', 'The change could not be kept. Free some space on this computer, then try again.'),
  storage_failed: () =>
    retriable(
      'The disk of this computer does not work as it should',
      'The change could not be kept. Try again; if it comes back, have the disk checked. What the portals know is safe there.',
    ),
  file_not_written: () =>
    retriable('The file could not be saved', 'Nothing was written. Choose another folder or name, then try again.'),
  signed_out: () => final('You are signed out', 'Sign in again to go on. What was loaded before stays readable.'),
  internal: () =>
    retriable(
      'Something went wrong',
      'This should not have happened. Try again; if it comes back, restart Portal Desk.',
    ),
};

/** What a person reads for an expected failure. */
export const errorText = (error: DeskError): ErrorText => texts[error.code](error);
