import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAccount } from '../../../../src-portal/operator/verify-account.ts';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import { openOrderFixture, otherTaxId, ourTaxId, portalId, type OrderFixture } from './order-fixture.ts';

describe('Order Search (E6)', () => {
  let orders: OrderFixture;
  let token: string;
  beforeAll(async () => {
    orders = await openOrderFixture();
    const anne = orders.maker.addMember('Anne-Zoë', 'O’Leary Szymański');
    const martinez = orders.maker.addMember('Maria', 'Martinez');
    orders.addOrder({ member: anne, orderNumber: 'MB-100', acmpNumber: 'A-77', status: 'approved' });
    orders.addOrder({ member: anne, orderNumber: 'MB-101', acmpNumber: null });
    orders.addOrder({ member: martinez, orderNumber: 'MB-102', acmpNumber: null });
    orders.addOrder({ member: orders.maker.addMember('Zed', 'Foreign'), orderNumber: 'MB-900' }, otherTaxId);
    await orders.store();
    token = (await orders.account([ourTaxId])).token;
  });
  afterAll(() => orders.close());

  const ids = async (query: object) => (await orders.search(token, query)).orders.map(({ orderId }) => orderId);

  test('E6: finds by order ID and by ACMP#, however they are typed, and no part of them', async () => {
    expect(await ids({ by: 'order-id', term: ' mb 100 ' })).toEqual(['MB-100']);
    expect(await ids({ by: 'acmp-number', term: 'a77' })).toEqual(['MB-100']);
    expect(await ids({ by: 'order-id', term: 'MB-10' })).toEqual([]);
    expect(await ids({ by: 'acmp-number', term: 'MB-100' })).toEqual([]);
  });

  test.each(['ANNE ZOE', 'oleary', 'O’Leary Szymański, Anne', 'anne-zoë o'])(
    'E6: finds a member by the beginning of the name in either order: %s',
    async (term) => {
      const found = await ids({ by: 'member', term });
      expect(found.toSorted()).toEqual(['MB-100', 'MB-101']);
    },
  );

  test('E6: nobody is listed twice whose both names begin alike', async () => {
    expect(await ids({ by: 'member', term: 'mar' })).toEqual(['MB-102']);
    expect(await ids({ by: 'member', term: 'maria' })).toEqual(['MB-102']);
  });

  test('E6: finds a member by the whole number, and narrows by birth date', async () => {
    const [order] = (await orders.search(token, { by: 'member', term: 'Martinez' })).orders;
    expect(await ids({ by: 'member', term: order?.memberNumber })).toEqual(['MB-102']);
    expect(await ids({ by: 'member', term: order?.memberNumber.slice(0, 6) })).toEqual([]);
    expect(await ids({ by: 'member', term: 'Martinez', birthDate: order?.memberBirthDate })).toEqual(['MB-102']);
    expect(await ids({ by: 'member', term: 'Martinez', birthDate: '1901-01-01' })).toEqual([]);
  });

  test('E6: only orders of the Tax IDs that the account acts for; an order of another is not there at all', async () => {
    expect(await ids({ by: 'order-id', term: 'MB-900' })).toEqual([]);
    const other = await orders.account([otherTaxId, ourTaxId]);
    const foreign = await orders.find(other.token, 'MB-900');
    expect((await orders.call(other.token, 'GET', `/${foreign.id}`)).status).toBe(200);
    expect((await orders.call(token, 'GET', `/${foreign.id}`)).code).toBe('not_found');
    const none = await orders.account([]);
    expect((await orders.search(none.token, { by: 'member', term: 'Martinez' })).orders).toEqual([]);
    expect((await orders.call(none.token, 'GET', `/${foreign.id}`)).code).toBe('not_found');
  });

  test('A8, A11: a Tax ID that came with a plan opens its orders once the portal’s staff have verified it', async () => {
    const { database } = orders.portal.context;
    await database.insertInto('health_plan').values({ portal_id: portalId, id: 'alder', name: 'Alder' }).execute();
    await database
      .insertInto('health_plan_tax_id')
      .values({ portal_id: portalId, plan_id: 'alder', tax_id: otherTaxId })
      .execute();
    const dana = await orders.account([ourTaxId]);
    const reply = await orders.portal.app.inject({
      method: 'POST',
      url: `/portals/${portalId}/account/health-plans`,
      headers: { authorization: `Bearer ${dana.token}` },
      payload: { id: orders.portal.chance.newId(), planId: 'alder', taxIds: [otherTaxId] },
    });
    expect(reply.json()).toMatchObject({ plans: [{ id: 'alder', unverifiedLastFour: [otherTaxId.slice(-4)] }] });
    const foreign = async () => (await orders.search(dana.token, { by: 'order-id', term: 'MB-900' })).orders;
    expect(await foreign()).toEqual([]);
    const portals = [carelonMbm];
    await verifyAccount.run(orders.portal.context, portals, `${dana.id}@example.com`);
    expect(await foreign()).toMatchObject([{ orderId: 'MB-900' }]);
  });

  test('refuses what cannot be searched for, and tells where', async () => {
    const refused = async (query: object) =>
      (await orders.call(token, 'POST', '/search', { birthDate: null, after: null, limit: 50, ...query })).error;
    expect(await refused({ by: 'member', term: 'a' })).toEqual({
      code: 'invalid_input',
      fields: [{ path: 'term', code: 'too_short' }],
    });
    expect(await refused({ by: 'member', term: '--' })).toMatchObject({ fields: [{ code: 'invalid_format' }] });
    expect(await refused({ by: 'member', term: 'abc', after: 'x' })).toMatchObject({ fields: [{ path: 'after' }] });
    const forged = Buffer.from(JSON.stringify(['a\u0000b', orders.portal.chance.newId()])).toString('base64url');
    expect(await refused({ by: 'member', term: 'abc', after: forged })).toMatchObject({ fields: [{ path: 'after' }] });
    expect(await refused({ by: 'member', term: 'abc', birthDate: '2026-02-30' })).toMatchObject({
      fields: [{ path: 'birthDate', code: 'date_format' }],
    });
    expect((await orders.search(token, { by: 'member', term: '%%__ martinez' })).orders).toHaveLength(1);
  });

  test('portals without orders have none to search', async () => {
    const cca = await orders.account([ourTaxId], 'cca');
    const query = { by: 'member', term: 'Martinez', birthDate: null, after: null, limit: 50 };
    expect((await orders.call(cca.token, 'POST', '/search', query, 'cca')).code).toBe('not_found');
  });

  test('nothing about a member gets into the log', async () => {
    await orders.search(token, { by: 'member', term: 'Martinez' });
    expect(orders.portal.logLines.join('\n')).not.toMatch(/martinez/iu);
  });

  test('too many searches are slowed down', async () => {
    const { token: eager } = await orders.account([ourTaxId]);
    const query = { by: 'order-id', term: 'MB-100', birthDate: null, after: null, limit: 1 };
    for (let count = 0; count < 300; count += 1) await orders.call(eager, 'POST', '/search', query);
    expect(await orders.call(eager, 'POST', '/search', query)).toMatchObject({ status: 429, code: 'rate_limited' });
  });
});
