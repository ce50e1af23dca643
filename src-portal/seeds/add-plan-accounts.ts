import { portals } from '../../src-shared/portals/catalogue.ts';
import type { DatabaseTransaction } from '../context.ts';
import { addAccount } from './add-account.ts';
import { danaWhitfield, gloriaMendes, tomasRivera, walterFinch } from './demo-accounts.ts';
import { beaconStreetMedicalGroup } from './demo-directory.ts';
import { seededPlans } from './health-plans.ts';
import { insertRows } from './insert-rows.ts';
import { seededRandom } from './seeded-random.ts';
import { daysAgo, type Seeding } from './seeding.ts';

/** Somebody with health plans at a portal. */
export interface PlanAccount {
  readonly portalId: string;
  readonly accountId: string;
  /** Whether the portal's staff have verified it, and its Tax ID with it (A8). */
  readonly isVerified: boolean;
}

/**
 * At each portal with health plans, Dana uses it and Tomás waits until the portal's staff have verified him (A8). Where
 * existing users move to multi-factor authentication, Gloria has been told and Walter has not (E2).
 */
export function addPlanAccounts(seeding: Seeding, passwordHash: string): PlanAccount[] {
  return portals
    .filter(({ healthPlans }) => healthPlans !== undefined)
    .flatMap(({ id: portalId, migration }) => {
      const here: Seeding = { ...seeding, portalId, random: seededRandom(`${portalId} people`) };
      const dana = addAccount(here, danaWhitfield, {
        createdAt: daysAgo(here, 88.2),
        lastSignInAt: daysAgo(here, 3.4),
        passwordHash,
      });
      const tomas = addAccount(here, tomasRivera, {
        createdAt: daysAgo(here, 1.3),
        lastSignInAt: null,
        verifiedAt: null,
        passwordHash,
      });
      const existing = migration === undefined ? [] : addExistingUsers(here, passwordHash);
      return [dana, tomas, ...existing].map((accountId) => ({ portalId, accountId, isVerified: accountId !== tomas }));
    });
}

function addExistingUsers(seeding: Seeding, passwordHash: string): string[] {
  const past = { createdAt: daysAgo(seeding, 700.6), mfaSince: null, passwordHash };
  return [
    addAccount(seeding, gloriaMendes, {
      ...past,
      lastSignInAt: daysAgo(seeding, 19.2),
      migrationAnnouncedAt: daysAgo(seeding, 18.1),
    }),
    addAccount(seeding, walterFinch, { ...past, lastSignInAt: daysAgo(seeding, 6.7) }),
  ];
}

/** The plans of Beacon Street Medical Group's Tax ID, but for one that is left to be added (A11). */
export async function seedAccountPlans(
  transaction: DatabaseTransaction,
  seeding: Seeding,
  { portalId, accountId, isVerified }: PlanAccount,
): Promise<void> {
  const { taxId } = beaconStreetMedicalGroup;
  const planIds = seededPlans(portalId)
    .associations.filter((known) => known.taxId === taxId)
    .map(({ planId }) => planId);
  await insertRows(transaction, 'account_tax_id', [
    { account_id: accountId, tax_id: taxId, verified_at: isVerified ? daysAgo(seeding, 1) : null },
  ]);
  await insertRows(
    transaction,
    'account_health_plan',
    planIds.slice(0, -1).map((planId) => ({
      account_id: accountId,
      portal_id: portalId,
      plan_id: planId,
      tax_ids: [taxId],
      added_at: daysAgo(seeding, 1),
    })),
  );
}
