import { Migrator, type Migration } from 'kysely/migration';
import type { Database } from '../context.ts';
import { up as initial } from './migrations/0001-initial.ts';
import { up as passwordResetLinks } from './migrations/0002-password-reset-links.ts';
import { up as providerDirectory } from './migrations/0003-provider-directory.ts';
import { up as accountStanding } from './migrations/0004-account-standing.ts';
import { up as billingAgencies } from './migrations/0005-billing-agencies.ts';
import { up as healthPlans } from './migrations/0006-health-plans.ts';
import { up as orders } from './migrations/0007-orders.ts';
import { up as proofs } from './migrations/0008-proofs.ts';
import { up as mfaMigration } from './migrations/0009-mfa-migration.ts';
import { up as verifiedTaxIds } from './migrations/0010-verified-tax-ids.ts';

/** In order; a migration that has been released is never changed. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': { up: initial },
  '0002-password-reset-links': { up: passwordResetLinks },
  '0003-provider-directory': { up: providerDirectory },
  '0004-account-standing': { up: accountStanding },
  '0005-billing-agencies': { up: billingAgencies },
  '0006-health-plans': { up: healthPlans },
  '0007-orders': { up: orders },
  '0008-proofs': { up: proofs },
  '0009-mfa-migration': { up: mfaMigration },
  '0010-verified-tax-ids': { up: verifiedTaxIds },
};

/**
 * Brings the tables up to date and answers the names of the migrations that were run: none when they already were.
 * Several instances may start at once: a lock in the database lets one of them migrate. Throws when a migration fails
 * (its changes are rolled back) or when the database is newer than this program.
 */
export async function migrate(database: Database): Promise<string[]> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be migrated', { cause: error });
  return results.map((result) => result.migrationName);
}
