import type { Insertable } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { DemoAccount } from './demo-accounts.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What a seed puts into the database, table by table, and what it is made with. */
export interface Seeding {
  readonly portalId: string;
  /** Everything happened before this. */
  readonly now: Date;
  readonly random: SeededRandom;
  readonly newPerson: () => DemoAccount;
  readonly rows: SeededRows;
}

export interface SeededRows {
  readonly account: Insertable<Schema['account']>[];
  readonly membership: Insertable<Schema['membership']>[];
  readonly access_request: Insertable<Schema['access_request']>[];
  readonly invitation: Insertable<Schema['invitation']>[];
}

const dayMs = 24 * 60 * 60_000;

/** A moment that many days before now; fractions are welcome. */
export const daysAgo = (seeding: Seeding, days: number): Date =>
  new Date(seeding.now.getTime() - Math.round(days * dayMs));

/** A moment between two numbers of days before now, to the minute. */
export const someDaysAgo = (seeding: Seeding, least: number, most: number): Date =>
  daysAgo(seeding, seeding.random.between(least * 1440, most * 1440) / 1440);
