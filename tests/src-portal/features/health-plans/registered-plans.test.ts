import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aim } from '../../../../src-shared/portals/aim.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import type { Answers } from '../../../../src-shared/portals/answers.ts';
import {
  checkRegisteredPlans,
  keepRegisteredPlans,
} from '../../../../src-portal/features/health-plans/registered-plans.ts';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';
import { addPlanPerson, addPlans, taxIds } from './plan-portal-fixture.ts';

let portal: PortalFixture;
beforeAll(async () => {
  portal = await openPortalFixture();
  await addPlans(portal);
});
afterAll(() => portal.close());

const keep = (accountId: string, answers: Answers, portalId = carelonMbm.id) =>
  portal.context.database
    .transaction()
    .execute((transaction) => keepRegisteredPlans(transaction, portal.context, { accountId, portalId, answers }));
const kept = async (accountId: string) => ({
  plans: await portal.context.database
    .selectFrom('account_health_plan')
    .select(['plan_id', 'tax_ids'])
    .where('account_id', '=', accountId)
    .orderBy('plan_id')
    .execute(),
  taxIds: (
    await portal.context.database
      .selectFrom('account_tax_id')
      .select('tax_id')
      .where('account_id', '=', accountId)
      .orderBy('tax_id')
      .execute()
  ).map(({ tax_id: taxId }) => taxId),
});

describe.each([carelonMbm, aim])('A5: the plans of a registration at $id', (definition) => {
  const check = (answers: Answers) => checkRegisteredPlans(portal.context.database, definition, answers);

  it('belong to one of the Tax IDs that were entered', async () => {
    const both = { taxIds: [taxIds.ofOne, taxIds.ofAll] };
    expect(await check({ ...both, healthPlans: ['alder', 'cedar'] })).toEqual({ ok: true, value: undefined });
    expect(await check({ ...both, healthPlans: [] })).toEqual({ ok: true, value: undefined });
    expect(await check(both)).toEqual({ ok: true, value: undefined });
  });

  it('are refused one by one where they do not', async () => {
    expect(await check({ taxIds: [taxIds.ofOne], healthPlans: ['birch', 'alder', 'dogwood'] })).toEqual({
      ok: false,
      error: [
        { path: 'healthPlans.0', code: 'not_an_option' },
        { path: 'healthPlans.2', code: 'not_an_option' },
      ],
    });
    expect(await check({ healthPlans: ['alder'] })).toMatchObject({ ok: false });
  });
});

describe('A5: what a registration leaves with its account', () => {
  it('is each plan with those Tax IDs that it is associated with, and all Tax IDs', async () => {
    const { accountId } = await addPlanPerson(portal, carelonMbm.id);
    const asked = [taxIds.ofNone, taxIds.ofOne, taxIds.ofAll];
    await keep(accountId, { taxIds: asked, healthPlans: ['alder', 'cedar'] });
    expect(await kept(accountId)).toEqual({
      plans: [
        { plan_id: 'alder', tax_ids: [taxIds.ofOne, taxIds.ofAll] },
        { plan_id: 'cedar', tax_ids: [taxIds.ofAll] },
      ],
      taxIds: asked.toSorted(),
    });
  });

  it('replaces what an earlier registration of the address left', async () => {
    const { accountId } = await addPlanPerson(portal, carelonMbm.id);
    await keep(accountId, { taxIds: [taxIds.ofAll], healthPlans: ['alder', 'birch'] });
    await keep(accountId, { taxIds: [taxIds.ofOne], healthPlans: [] });
    expect(await kept(accountId)).toEqual({ plans: [], taxIds: [taxIds.ofOne] });
  });

  it('is nothing at a portal that asks for no plans', async () => {
    const { id } = await portal.addAccount();
    expect(await checkRegisteredPlans(portal.context.database, cca, { taxId: taxIds.ofAll })).toEqual({
      ok: true,
      value: undefined,
    });
    await keep(id, { taxId: taxIds.ofAll }, cca.id);
    expect(await kept(id)).toEqual({ plans: [], taxIds: [] });
  });
});
