import { foldName } from '../directory/fold-name.ts';
import { firstNames, lastNames } from './person-names.ts';
import { phoneOf } from './phone-of.ts';
import type { DemoAccount } from './demo-accounts.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Makes people none of whom shares an email address with another, or with `taken`. */
export function personMaker(random: SeededRandom, taken: readonly DemoAccount[]): () => DemoAccount {
  const timesSeen = new Map(taken.map(({ email }) => [email.split('@')[0] ?? '', 1]));
  return () => {
    const firstName = random.pick(firstNames);
    const lastName = random.pick(lastNames);
    const local = `${foldName(firstName)}.${foldName(lastName)}`;
    const seen = (timesSeen.get(local) ?? 0) + 1;
    timesSeen.set(local, seen);
    return {
      firstName,
      lastName,
      email: `${local}${seen === 1 ? '' : seen}@example.${random.chance(0.7) ? 'com' : 'org'}`,
      phone: phoneOf(random),
    };
  };
}
