import type { DeskError } from '../../../src-shared/errors.ts';
import { formatQuantity } from '../../lib/format.ts';

/** What stands beside the current password when it is not that. */
export const wrongPasswordText = ({ triesLeft }: DeskError): string =>
  triesLeft === undefined
    ? 'This is not your current password.'
    : `This is not your current password. You have ${formatQuantity(triesLeft, 'try', 'tries')} left.`;
