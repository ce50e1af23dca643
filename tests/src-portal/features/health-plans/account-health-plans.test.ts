import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';
import { addPlanPerson, addPlans, callPlans, plans, portalIds, taxIds, type Asked } from './plan-portal-fixture.ts';

let portal: PortalFixture;
let portalId: string;
let person: Awaited<ReturnType<typeof addPlanPerson>>;
const [alder, birch, cedar] = plans;
const revision = carelonMbm.healthPlans?.disclaimer.revision ?? '';

beforeAll(async () => {
  portal = await openPortalFixture();
  await addPlans(portal);
});
afterAll(() => portal.close());

const call = (method: 'GET' | 'POST', path: string, asked: Asked = {}) =>
  callPlans(portal, portalId, method, path, { token: person.token, ...asked });
const agree = (asked: Asked = {}) => call('POST', '/account/disclaimer', { body: { revision }, ...asked });
const list = (asked: Asked = {}) => call('GET', '/account/health-plans', asked);
const offered = () => call('GET', '/health-plans');
const add = (
  planId: string,
  ids: readonly string[],
  { id = portal.chance.newId(), ...asked }: Asked & { id?: string } = {},
) => call('POST', '/account/health-plans', { body: { id, planId, taxIds: ids }, ...asked });
const rows = (table: 'account_health_plan' | 'account_tax_id' | 'plan_addition' | 'disclaimer_acceptance' | 'audit') =>
  portal.context.database.selectFrom(table).selectAll().where('account_id', '=', person.accountId).execute();
const listed = (plan: { id: string; name: string }, ...lastFour: string[]) => ({
  ...plan,
  taxIdsLastFour: lastFour,
  // nobody of the portal's staff has looked at them
  unverifiedLastFour: lastFour,
  addedAt: expect.any(String) as string,
});
const missing = { status: 403, body: { error: { code: 'disclaimer_missing' } } };

describe.each(portalIds)('A11: the health plans of an account at %s', (id) => {
  beforeEach(async () => {
    portalId = id;
    await portal.context.database.deleteFrom('rate_limit').execute();
    person = await addPlanPerson(portal, id);
  });

  it('are not told before the session has agreed to the HIPAA Disclaimer', async () => {
    expect(await list()).toEqual(missing);
    expect(await offered()).toEqual(missing);
    expect(await add(alder.id, [taxIds.ofAll])).toEqual(missing);
    const agreedAt = portal.chance.now().toISOString();
    expect(await agree()).toEqual({ status: 200, body: {} });
    expect(await list()).toEqual({ status: 200, body: { plans: [], disclaimer: { revision, agreedAt } } });
    expect(await offered()).toEqual({ status: 200, body: { plans: [alder, birch, cedar] } });
  });

  it('ask for the disclaimer in each session; each acceptance is recorded with its revision', async () => {
    await agree();
    portal.chance.advance(1000);
    await agree();
    const token = await person.newToken();
    expect(await list({ token })).toEqual(missing);
    expect((await list()).status).toBe(200);
    await agree({ token });
    expect((await list({ token })).status).toBe(200);
    const accepted = { agreement_id: 'hipaa-disclaimer', revision };
    expect(await rows('disclaimer_acceptance')).toMatchObject([accepted, accepted]);
  });

  it('take the disclaimer as it stands, no other', async () => {
    expect(await agree({ body: { revision: '2019-01' } })).toEqual({
      status: 400,
      body: { error: { code: 'invalid_input', fields: [{ path: 'revision', code: 'not_an_option' }] } },
    });
    expect(await list()).toEqual(missing);
  });

  it('list a plan that was added with its Tax IDs, and offer it no more', async () => {
    await agree();
    const added = await add(cedar.id, ['04-2761938']);
    expect(added).toMatchObject({ status: 201, body: { plans: [listed(cedar, '1938')], disclaimer: { revision } } });
    await add(alder.id, [taxIds.ofOne, taxIds.ofAll]);
    expect(await list()).toMatchObject({ body: { plans: [listed(alder, '6195', '1938'), listed(cedar, '1938')] } });
    expect(await offered()).toMatchObject({ body: { plans: [birch] } });
    expect((await rows('account_tax_id')).map(({ tax_id: taxId }) => taxId).toSorted()).toEqual([
      taxIds.ofAll,
      taxIds.ofOne,
    ]);
    expect(await rows('audit')).toMatchObject([
      { action: 'add-health-plan', after: { planId: cedar.id, taxIdsLastFour: ['1938'] } },
      { action: 'add-health-plan', after: { planId: alder.id, taxIdsLastFour: ['6195', '1938'] } },
    ]);
  });

  it('take further Tax IDs for a plan that is there', async () => {
    await agree();
    await add(alder.id, [taxIds.ofOne]);
    const since = (await list()).body;
    portal.chance.advance(60_000);
    expect(await add(alder.id, [taxIds.ofAll])).toMatchObject({ body: { plans: [listed(alder, '1938', '6195')] } });
    expect(since).toMatchObject({
      plans: [{ addedAt: (await rows('account_health_plan'))[0]?.added_at.toISOString() }],
    });
  });

  it('refuse each Tax ID that the plan is not associated with, and keep nothing then', async () => {
    await agree();
    expect(await add(birch.id, [taxIds.ofAll, taxIds.ofOne, taxIds.ofNone])).toEqual({
      status: 422,
      body: {
        error: {
          code: 'no_match',
          fields: [
            { path: 'taxIds.1', code: 'no_match' },
            { path: 'taxIds.2', code: 'no_match' },
          ],
        },
      },
    });
    expect(await rows('account_health_plan')).toEqual([]);
    expect(await rows('account_tax_id')).toEqual([]);
    expect(await add('dogwood', [taxIds.ofAll])).toEqual({
      status: 400,
      body: { error: { code: 'invalid_input', fields: [{ path: 'planId', code: 'not_an_option' }] } },
    });
  });

  it('add a plan once, however often the same id comes', async () => {
    await agree();
    const again = portal.chance.newId();
    const [one, other] = await Promise.all([
      add(cedar.id, [taxIds.ofAll], { id: again }),
      add(cedar.id, [taxIds.ofAll], { id: again }),
    ]);
    expect(one).toEqual(other);
    expect(await add(cedar.id, [taxIds.ofAll], { id: again })).toEqual(one);
    expect(await rows('plan_addition')).toHaveLength(1);
    expect(await rows('audit')).toHaveLength(1);
    expect(await add(alder.id, [taxIds.ofAll], { id: again })).toEqual({
      status: 422,
      body: { error: { code: 'command_id_reused' } },
    });
    expect(await add(cedar.id, [taxIds.ofOne], { id: again })).toMatchObject({ status: 422 });
  });

  it('are limited like the search', async () => {
    await agree();
    for (let round = 0; round < 3; round += 1)
      await add(
        birch.id,
        Array.from({ length: 100 }, (_, place) => String(300_000_000 + round * 100 + place)),
      );
    expect(await add(birch.id, [taxIds.ofAll])).toMatchObject({
      status: 429,
      body: { error: { code: 'rate_limited', retryAfterMs: 10 * 60_000 } },
    });
  });

  it('go with the account’s own, not with another one’s', async () => {
    await agree();
    await add(alder.id, [taxIds.ofAll]);
    person = await addPlanPerson(portal, id);
    await agree();
    expect(await list()).toMatchObject({ body: { plans: [] } });
    expect(await offered()).toMatchObject({ body: { plans: [alder, birch, cedar] } });
  });
});

it('A11: other portals have none', async () => {
  person = await addPlanPerson(portal, 'cca');
  portalId = 'cca';
  const none = { status: 404, body: { error: { code: 'not_found' } } };
  expect([await list(), await offered(), await agree(), await add(alder.id, [taxIds.ofAll])]).toEqual(
    Array.from({ length: 4 }, () => none),
  );
});
