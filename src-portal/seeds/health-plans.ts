import { portals } from '../../src-shared/portals/catalogue.ts';
import type { HealthPlan } from '../../src-shared/domain/health-plan.ts';
import type { DatabaseTransaction } from '../context.ts';
import { beaconStreetMedicalGroup, charlesRiverPediatrics, samuelOkafor } from './demo-directory.ts';
import { directoryProviders } from './directory-providers.ts';
import { insertRows } from './insert-rows.ts';
import { postAcuteProviders } from './post-acute-directory.ts';
import { seededRandom } from './seeded-random.ts';

const blueCross: HealthPlan = {
  id: 'blue-cross-blue-shield-of-massachusetts',
  name: 'Blue Cross Blue Shield of Massachusetts',
};

const otherPlans: readonly HealthPlan[] = [
  { id: 'bay-commonwealth-health', name: 'Bay Commonwealth Health' },
  { id: 'berkshire-community-plan', name: 'Berkshire Community Plan' },
  { id: 'cape-and-islands-care', name: 'Cape and Islands Care' },
  { id: 'granite-valley-health', name: 'Granite Valley Health' },
  { id: 'harbor-employees-trust', name: 'Harbor Employees Trust' },
  { id: 'merrimack-senior-advantage', name: 'Merrimack Senior Advantage' },
  { id: 'narragansett-mutual-health', name: 'Narragansett Mutual Health' },
  { id: 'pilgrim-shore-health', name: 'Pilgrim Shore Health' },
  { id: 'quabbin-family-plan', name: 'Quabbin Family Plan' },
];

/** The plans that a seeded portal has, and the Tax IDs that each of them knows. */
export interface SeededPlans {
  readonly plans: readonly HealthPlan[];
  readonly associations: readonly { readonly planId: string; readonly taxId: string }[];
}

/**
 * Ten plans, known by the Tax IDs of the seeded practices: three of Beacon Street Medical Group's, one of Charles River
 * Pediatrics' that is not Blue Cross, none of Samuel Okafor's, and of the others one to four.
 */
export function seededPlans(portalId: string): SeededPlans {
  const taxIds = new Set([...directoryProviders(), ...postAcuteProviders].map(({ taxId }) => taxId));
  return {
    plans: [blueCross, ...otherPlans],
    associations: [...taxIds].flatMap((taxId) => plansOf(portalId, taxId).map((planId) => ({ planId, taxId }))),
  };
}

function plansOf(portalId: string, taxId: string): readonly string[] {
  switch (taxId) {
    case beaconStreetMedicalGroup.taxId:
      return [blueCross.id, 'bay-commonwealth-health', 'pilgrim-shore-health'];
    case charlesRiverPediatrics.taxId:
      return ['quabbin-family-plan'];
    case samuelOkafor.taxId:
      return [];
    default: {
      const random = seededRandom(`${portalId} plans of ${taxId}`);
      const some = Array.from({ length: random.between(0, 3) }, () => random.pick(otherPlans).id);
      return [blueCross.id, ...new Set(some)];
    }
  }
}

/** Fills every portal whose accounts have health plans (A5). */
export async function seedHealthPlans(transaction: DatabaseTransaction): Promise<void> {
  for (const portal of portals) {
    if (portal.healthPlans === undefined) continue;
    const { plans, associations } = seededPlans(portal.id);
    await insertRows(
      transaction,
      'health_plan',
      plans.map(({ id, name }) => ({ portal_id: portal.id, id, name })),
    );
    await insertRows(
      transaction,
      'health_plan_tax_id',
      associations.map(({ planId, taxId }) => ({ portal_id: portal.id, plan_id: planId, tax_id: taxId })),
    );
  }
}
