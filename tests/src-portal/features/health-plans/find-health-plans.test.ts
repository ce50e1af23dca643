import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';
import { addPlans, callPlans, plans, portalIds, taxIds } from './plan-portal-fixture.ts';

let portal: PortalFixture;

beforeAll(async () => {
  portal = await openPortalFixture();
  await addPlans(portal);
});
afterAll(() => portal.close());

const find = (asked: readonly unknown[], { portalId = 'carelon-mbm', address = '192.0.2.1' } = {}) =>
  callPlans(portal, portalId, 'POST', '/health-plans/search', { body: { taxIds: asked }, address });
const [alder, birch, cedar] = plans;

describe.each(portalIds)('A5: the health plans of Tax IDs at %s', (portalId) => {
  beforeEach(() => portal.context.database.deleteFrom('rate_limit').execute());

  it('are those of all of them together, each once, by name', async () => {
    expect(await find([taxIds.ofAll], { portalId })).toEqual({
      status: 200,
      body: { plans: [alder, birch, cedar], unknownTaxIds: [] },
    });
    expect(await find([taxIds.ofOne, taxIds.ofAll], { portalId })).toMatchObject({
      body: { plans: [alder, birch, cedar] },
    });
    expect(await find([taxIds.ofOne], { portalId })).toMatchObject({ body: { plans: [alder] } });
  });

  it('says which Tax IDs are known by none, as digits', async () => {
    expect(await find(['46-2907314', '27-0846195', '46-2907314'], { portalId })).toEqual({
      status: 200,
      body: { plans: [alder], unknownTaxIds: [taxIds.ofNone] },
    });
  });

  it('A4: takes one to a hundred Tax IDs, and names the one that is none', async () => {
    const fields = (...problems: readonly (readonly [string, string])[]) => ({
      status: 400,
      body: { error: { code: 'invalid_input', fields: problems.map(([path, code]) => ({ path, code })) } },
    });
    expect(await find([], { portalId })).toEqual(fields(['taxIds', 'required']));
    expect(await find([taxIds.ofAll, '12'], { portalId })).toEqual(fields(['taxIds.1', 'tin_format']));
    const many = (count: number) => Array.from({ length: count }, (_, place) => String(100_000_000 + place));
    expect(await find(many(101), { portalId })).toEqual(fields(['taxIds', 'too_long']));
    expect((await find(many(100), { portalId })).status).toBe(200);
  });
});

describe('A5: who would copy which Tax IDs are known', () => {
  beforeEach(() => portal.context.database.deleteFrom('rate_limit').execute());
  const tooFast = { status: 429, body: { error: { code: 'rate_limited', retryAfterMs: 10 * 60_000 } } };
  const hundred = (round: number) =>
    Array.from({ length: 100 }, (_, place) => String(200_000_000 + round * 100 + place));

  it('gets three hundred of them in ten minutes from one address, known or not', async () => {
    for (const round of [0, 1, 2]) expect((await find(hundred(round))).status).toBe(200);
    expect(await find([taxIds.ofAll])).toMatchObject(tooFast);
    expect(await find([taxIds.ofNone])).toMatchObject(tooFast);
    // what was asked before is not new
    expect((await find(hundred(0))).status).toBe(200);
    expect((await find([taxIds.ofAll], { address: '192.0.2.2' })).status).toBe(200);
    portal.chance.advance(10 * 60_000);
    expect((await find([taxIds.ofAll])).status).toBe(200);
  });

  it('is stopped at one Tax ID too, from one address and from many', async () => {
    for (let count = 0; count < 200; count += 1) await find([taxIds.ofOne]);
    expect(await find([taxIds.ofOne])).toMatchObject(tooFast);
    for (let count = 0; count < 800; count += 1) await find([taxIds.ofOne], { address: `10.0.${count % 8}.1` });
    expect(await find([taxIds.ofOne], { address: '192.0.2.9' })).toMatchObject(tooFast);
    expect((await find([taxIds.ofAll], { address: '192.0.2.9' })).status).toBe(200);
  });
});

it.each(['cca', 'carelon-post-acute', 'provider-central'])('%s has no health plans to find', async (portalId) => {
  expect(await find([taxIds.ofAll], { portalId })).toEqual({ status: 404, body: { error: { code: 'not_found' } } });
});
