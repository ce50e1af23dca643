import { associates, type HealthPlans } from '../../src-shared/portals/definition.ts';
import { useActiveAccount, type ActiveAccount } from './use-active-organization.ts';

/** An account that has health plans, and what its portal says about them. */
export interface PlanAccount extends ActiveAccount {
  readonly healthPlans: HealthPlans;
}

/** What the portal says about health plans, where the account has some: not where records are kept by hand. */
export const healthPlansOf = ({ desk, portal }: ActiveAccount): HealthPlans | null =>
  desk.mode === 'service' ? (portal.healthPlans ?? null) : null;

/** The account that the window shows, where it has health plans (A11); null for any other. */
export function usePlanAccount(): PlanAccount | null {
  const active = useActiveAccount();
  const healthPlans = active === null ? null : healthPlansOf(active);
  return active === null || healthPlans === null ? null : { ...active, healthPlans };
}

/** Whether accounts of this portal are linked to organizations whose people they manage. */
export const hasOrganizations = ({ portal }: ActiveAccount): boolean => associates(portal);
