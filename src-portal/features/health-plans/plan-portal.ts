import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { HealthPlans } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';

/** What the portal's definition says about health plans; `not_found` where its accounts have none. */
export function planPortal(portalId: string): Result<HealthPlans> {
  const healthPlans = findPortal(portalId)?.healthPlans;
  return healthPlans === undefined ? fail({ code: 'not_found' }) : ok(healthPlans);
}
