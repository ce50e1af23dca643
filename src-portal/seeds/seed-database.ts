import { sql } from 'kysely';
import { carelonPostAcute } from '../../src-shared/portals/carelon-post-acute.ts';
import { cca } from '../../src-shared/portals/cca.ts';
import { providerCentral } from '../../src-shared/portals/provider-central.ts';
import type { Database, DatabaseTransaction, PortalContext } from '../context.ts';
import { hashPassword } from '../identity/password-hash.ts';
import { addCast } from './add-cast.ts';
import { addMainPractice } from './add-main-practice.ts';
import { addOtherPractices } from './add-other-practices.ts';
import { addPlanAccounts, seedAccountPlans } from './add-plan-accounts.ts';
import { addPostAcutePractice } from './add-post-acute-practice.ts';
import { addProviderCentralPractice } from './add-provider-central-practice.ts';
import { seedAgencyPlaces, seedBillingAgencies } from './billing-agencies.ts';
import { demoAccounts, demoPassword } from './demo-accounts.ts';
import {
  beaconStreetMedicalGroup,
  charlesRiverPediatrics,
  elenaVasquez,
  lakesideWomensHealth,
  merrimackValleyCardiology,
  pioneerValleyBehavioralHealth,
} from './demo-directory.ts';
import { directoryProviders } from './directory-providers.ts';
import { seedHealthPlans } from './health-plans.ts';
import { insertRows } from './insert-rows.ts';
import { seedOrders } from './orders.ts';
import { bayStateHomeHealth, postAcuteProviders } from './post-acute-directory.ts';
import { seedClaims } from './provider-central-claims.ts';
import { charlesgateInternalMedicine, providerCentralProviders } from './provider-central-directory.ts';
import { personMaker } from './person-maker.ts';
import type { Seed } from './seed.ts';
import { seedDirectory } from './seed-directory.ts';
import { hashedDemoAnswers, seedSecurityAnswers } from './security-answers.ts';
import type { SeededProvider } from './seeded-provider.ts';
import { seededRandom } from './seeded-random.ts';
import type { Seeding } from './seeding.ts';

const demoUsers = 124;

/**
 * Fills a service that has no directory yet; one that has is left alone, whatever the seed. Dates lie before the
 * context's now, all else is the same each time. Answers whether it was filled.
 */
export async function seedDatabase(context: PortalContext, seed: Seed): Promise<boolean> {
  if (await hasDirectory(context.database)) return false;
  const passwordHash = seed.kind === 'empty' ? '' : await hashPassword(context, demoPassword);
  const securityAnswers = seed.kind === 'demo' ? await hashedDemoAnswers(context) : [];
  return context.database.transaction().execute(async (transaction) => {
    // two instances that start at once: the second waits, and finds the work done
    await sql`select pg_advisory_xact_lock(${seedLock})`.execute(transaction);
    if (await hasDirectory(transaction)) return false;
    const organizationIds = new Map([
      ...(await seedDirectory(transaction, cca.id, directoryProviders())),
      ...(await seedDirectory(transaction, carelonPostAcute.id, postAcuteProviders)),
      ...(await seedDirectory(transaction, providerCentral.id, providerCentralProviders)),
    ]);
    await seedClaims(transaction, organizationIds, context.chance.now());
    await seedHealthPlans(transaction);
    const agencyIds = await seedBillingAgencies(transaction, context.chance.now());
    if (seed.kind !== 'empty') await seedPeople(context, transaction, seed, organizationIds, passwordHash);
    const charlesgate = organizationIds.get(charlesgateInternalMedicine.providerId);
    if (seed.kind === 'demo' && charlesgate !== undefined) {
      await seedAgencyPlaces(transaction, context.chance.now(), [charlesgate], agencyIds);
    }
    await seedSecurityAnswers(transaction, securityAnswers);
    if (seed.kind === 'demo') await seedOrders(transaction, context.chance.now());
    return true;
  });
}

const seedLock = 5_318_008;

const hasDirectory = async (database: Database): Promise<boolean> =>
  (await database.selectFrom('organization').select('id').limit(1).executeTakeFirst()) !== undefined;

async function seedPeople(
  context: PortalContext,
  transaction: DatabaseTransaction,
  seed: Exclude<Seed, { kind: 'empty' }>,
  organizationIds: ReadonlyMap<string, string>,
  passwordHash: string,
): Promise<void> {
  const idOf = ({ providerId, name }: SeededProvider): string => {
    const id = organizationIds.get(providerId);
    if (id === undefined) throw new Error(`${name} is not in the directory`);
    return id;
  };
  const random = seededRandom('people');
  const seeding: Seeding = {
    portalId: cca.id,
    now: context.chance.now(),
    random,
    newPerson: personMaker(random, demoAccounts),
    rows: { account: [], membership: [], access_request: [], invitation: [] },
  };
  const cast = addCast(seeding, passwordHash);
  const behavioral = idOf(pioneerValleyBehavioralHealth);
  const isDemo = seed.kind === 'demo';
  addMainPractice(seeding, cast, {
    organizationId: idOf(beaconStreetMedicalGroup),
    users: isDemo ? demoUsers : seed.count,
    newcomersFrom: isDemo ? behavioral : null,
  });
  if (isDemo) {
    addOtherPractices(seeding, cast, {
      pediatrics: idOf(charlesRiverPediatrics),
      cardiology: idOf(merrimackValleyCardiology),
      vasquez: idOf(elenaVasquez),
      behavioral,
      lakeside: idOf(lakesideWomensHealth),
    });
    addPostAcutePractice(seeding, idOf(bayStateHomeHealth), passwordHash);
    addProviderCentralPractice(seeding, idOf(charlesgateInternalMedicine), passwordHash);
  }
  const planAccounts = isDemo ? addPlanAccounts(seeding, passwordHash) : [];
  for (const table of ['account', 'membership', 'access_request', 'invitation'] as const) {
    await insertRows(transaction, table, seeding.rows[table]);
    await sql`analyze ${sql.table(table)}`.execute(transaction);
  }
  for (const account of planAccounts) await seedAccountPlans(transaction, seeding, account);
}
