import type { User } from '../../../src-shared/domain/user.ts';
import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { idOf, moment } from './records.ts';

export const crowdOrganizationId = idOf('organization', 1);

const firstNames =
  'Anna Maria José Zoë Søren Grace Linus Barbara Ken Dennis Margaret Alan Edsger Donald Jürgen Núria Wei Fatima'.split(
    ' ',
  );
const syllables = 'ber son ric mil ka ler sen wo ga ne tha el smi jo ha van'.split(' ');
const statuses = ['active', 'active', 'active', 'active', 'active', 'active', 'pending', 'revoked'] as const;

/** Numbers from 0 to 1 that are the same in every run. */
export function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    // the low bits of such a generator repeat soon
    return (state >>> 8) / 0x80_0000;
  };
}

/** Users as a large practice has them: few first names, many last names, some twenty email domains, one administrator in a hundred. */
export function crowd(amount: number): FeedRecord[] {
  const number = seededNumbers(20_260_101);
  const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item =>
    items[Math.floor(number() * items.length)] as Item;
  return Array.from({ length: amount }, (_, n): FeedRecord => {
    const first = pick(firstNames);
    const joined = pick(syllables) + pick(syllables) + (number() < 0.5 ? pick(syllables) : '');
    const last = joined.slice(0, 1).toUpperCase() + joined.slice(1);
    const entity: User = {
      id: idOf('user', n),
      organizationId: crowdOrganizationId,
      version: 1,
      email: `${first.slice(0, 1)}.${last}${n}@clinic${n % 20}.example`.toLowerCase(),
      firstName: first,
      lastName: last,
      role: number() < 0.01 ? 'administrator' : 'user',
      permissions: ['eligibility', 'claims-status', 'authorizations'],
      status: pick(statuses),
      createdAt: moment(n),
      lastSignInAt: number() < 0.8 ? moment(n + 60) : null,
      changedBy: null,
      changedAt: moment(n),
    };
    return { kind: 'user', entity };
  });
}

/** What the search field holds, letter by letter, while people look for somebody. */
export const typedSearches: readonly string[] = [
  'smiric',
  'anna ber',
  'c',
  'clinic',
  'exam',
  'jose w',
  'zzz',
  'm s',
].flatMap((whole) => Array.from(whole, (_, place) => whole.slice(0, place + 1)));
