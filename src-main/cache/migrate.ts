import { initial } from './migrations/0001-initial.ts';
import { practiceProfile } from './migrations/0002-practice-profile.ts';
import { guided } from './migrations/0003-guided.ts';
import { drafts } from './migrations/0005-drafts.ts';
import { healthPlans } from './migrations/0006-health-plans.ts';
import { billingAgencies } from './migrations/0004-billing-agencies.ts';
import { uploads } from './migrations/0007-uploads.ts';
import { wantedPreferences } from './migrations/0008-wanted-preferences.ts';
import type { Sqlite } from './sqlite.ts';

/** One numbered step. It runs in a transaction and never changes once it was released. */
export interface Migration {
  readonly number: number;
  readonly statements: readonly string[];
}

/** In order, numbered from 1 without gaps. */
export const migrations: readonly Migration[] = [
  { number: 1, statements: initial },
  { number: 2, statements: practiceProfile },
  { number: 3, statements: guided },
  { number: 4, statements: billingAgencies },
  { number: 5, statements: drafts },
  { number: 6, statements: healthPlans },
  { number: 7, statements: uploads },
  { number: 8, statements: wantedPreferences },
];

/**
 * Brings the schema to its newest form, step by step; `user_version` says how far it is. Throws for a database that a
 * newer version of the app has written.
 */
export function migrate(database: Sqlite, steps: readonly Migration[] = migrations): void {
  const reached = Number(database.pragma('user_version', { simple: true }));
  const newest = steps.at(-1)?.number ?? 0;
  if (reached > newest) throw new Error(`The cache is of version ${reached}, this app knows ${newest}`);
  for (const { number, statements } of steps.filter((step) => step.number > reached)) {
    database.transaction(() => {
      for (const statement of statements) database.exec(statement);
      database.pragma(`user_version = ${number}`);
    })();
  }
}
