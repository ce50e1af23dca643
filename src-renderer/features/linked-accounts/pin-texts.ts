import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { Proofs } from '../../../src-shared/portals/definition.ts';
import { formatDate, formatQuantity } from '../../lib/format.ts';

const dayMs = 24 * 60 * 60_000;

/** Where a PIN that comes by mail is, and how long it can be used (D8). */
export function pinText({ pin }: Pick<LinkedAccount, 'pin'>, { withinDays, tries }: Proofs['mailedPin']): string {
  if (pin === undefined) return '';
  if (pin.mailedAt === null || pin.expiresAt === null) {
    const by = new Date(new Date(pin.requestedAt).getTime() + withinDays * dayMs).toISOString();
    const until = pin.expiresAt === null ? '' : `, and can be used until ${formatDate(pin.expiresAt)}`;
    return `You asked for a PIN on ${formatDate(pin.requestedAt)}. It comes by U.S. mail by ${formatDate(by)}${until}.`;
  }
  if (pin.triesLeft === 0) return 'The PIN was tried too often. Request a new one.';
  const left = pin.triesLeft < tries ? ` ${formatQuantity(pin.triesLeft, 'try', 'tries')} left.` : '';
  return `The PIN can be used until ${formatDate(pin.expiresAt)}.${left}`;
}
