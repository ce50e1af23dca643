import { ok } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Handlers } from '../../handler.ts';
import { addHealthPlan } from './add-health-plan.ts';
import { acceptDisclaimer, requireDisclaimer } from './disclaimer.ts';
import { findHealthPlans } from './find-health-plans.ts';
import { readAccountPlans, readOfferedPlans } from './read-account-plans.ts';

type Name = 'findHealthPlans' | 'offeredHealthPlans' | 'accountHealthPlans' | 'addHealthPlan' | 'acceptDisclaimer';

/** Health plans of Tax IDs and of accounts (A4, A5, A11). */
export const healthPlanHandlers = (context: PortalContext): Pick<Handlers, Name> => ({
  findHealthPlans: (call) => findHealthPlans(context, call),

  async offeredHealthPlans({ caller }) {
    const disclaimer = await requireDisclaimer(context, caller);
    if (!disclaimer.ok) return disclaimer;
    return ok({ plans: await readOfferedPlans(context.database, caller) });
  },

  async accountHealthPlans({ caller }) {
    const disclaimer = await requireDisclaimer(context, caller);
    if (!disclaimer.ok) return disclaimer;
    return ok({ plans: await readAccountPlans(context.database, caller), disclaimer: disclaimer.value });
  },

  addHealthPlan: (call) => addHealthPlan(context, call),
  acceptDisclaimer: (call) => acceptDisclaimer(context, call),
});
