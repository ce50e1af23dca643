import type { AccountPlan, HealthPlan } from '../../src-shared/domain/health-plan.ts';
import { carelonMbm } from '../../src-shared/portals/carelon-mbm.ts';
import { fail, ok } from '../../src-shared/result.ts';
import type { FakeWorld, Handlers } from './fake-desk.ts';
import { anna, deskAccount, fixtureId, fixtureNow } from './fixtures.ts';

type Names = Extract<keyof Handlers, `healthPlans.${string}` | 'accounts.findHealthPlans'>;

export const expectedPlan: HealthPlan = { id: 'blue-cross', name: 'Blue Cross Blue Shield of Massachusetts' };
export const otherPlan: HealthPlan = { id: 'bay-commonwealth', name: 'Bay Commonwealth Health' };
/** The Tax IDs that the fake portal associates with every plan. */
export const knownTaxIds: readonly string[] = ['042761938', '043182657'];

export interface PlanWorld {
  plans: AccountPlan[];
  offered: HealthPlan[];
  isAgreed: boolean;
}

export const accountPlan = (plan: HealthPlan, ...taxIdsLastFour: string[]): AccountPlan => ({
  ...plan,
  taxIdsLastFour,
  unverifiedLastFour: [],
  addedAt: '2026-02-03T15:00:00.000Z',
});

export const planWorld = (over: Partial<PlanWorld> = {}): PlanWorld => ({
  plans: [accountPlan(otherPlan, '1938')],
  offered: [expectedPlan, { id: 'quabbin', name: 'Quabbin Family Plan' }],
  isAgreed: true,
  ...over,
});

/** Anna's account at a portal with health plans, alone on this computer. */
export const planAccount = (over: Parameters<typeof deskAccount>[0] = {}) =>
  deskAccount({
    account: { ...anna, id: fixtureId(77), portalId: carelonMbm.id },
    linkedAccounts: [],
    activeLinkedAccountId: null,
    ...over,
  });

export function healthPlanHandlers(world: FakeWorld): Pick<Handlers, Names> {
  const gate = { code: 'disclaimer_missing' as const };
  const list = () => ok({ plans: world.health.plans, asOf: fixtureNow.toISOString() });
  return {
    'accounts.findHealthPlans': ({ taxIds }) =>
      ok({
        plans: taxIds.some((taxId) => knownTaxIds.includes(taxId)) ? [otherPlan, expectedPlan] : [],
        unknownTaxIds: taxIds.filter((taxId) => !knownTaxIds.includes(taxId)),
      }),
    'healthPlans.list': () => (world.health.isAgreed ? list() : fail(gate)),
    'healthPlans.offered': () => (world.health.isAgreed ? ok({ plans: world.health.offered }) : fail(gate)),
    'healthPlans.add': ({ planId, taxIds }) => {
      const fields = taxIds.flatMap((taxId, place) =>
        knownTaxIds.includes(taxId) ? [] : [{ path: `taxIds.${String(place)}`, code: 'no_match' as const }],
      );
      if (fields.length > 0) return fail({ code: 'no_match', fields });
      const plan = world.health.offered.find(({ id }) => id === planId);
      if (plan === undefined)
        return fail({ code: 'invalid_input', fields: [{ path: 'planId', code: 'not_an_option' }] });
      const { plans, offered } = world.health;
      world.health.offered = offered.filter((one) => one !== plan);
      world.health.plans = [...plans, accountPlan(plan, ...taxIds.map((taxId) => taxId.slice(-4)))];
      return list();
    },
    'healthPlans.acceptDisclaimer': () => {
      world.health.isAgreed = true;
      return ok({});
    },
  };
}
