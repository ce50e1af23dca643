import type { PasscodeMethod } from '../../../src-shared/domain/passcode.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import { formatQuantity } from '../../lib/format.ts';

/** The ways to another second factor. */
export const switchTexts: Readonly<Record<PasscodeMethod, string>> = {
  email: 'Email me a passcode instead',
  authenticator: 'Use my authenticator app instead',
  'secret-question': 'Answer a secret question',
};

/** The sentence beside the field for a secret answer (E1). */
export const wrongAnswerText = ({ triesLeft }: DeskError): string =>
  triesLeft === undefined
    ? 'That answer is not right.'
    : `That answer is not right. You have ${formatQuantity(triesLeft, 'try', 'tries')} left.`;
