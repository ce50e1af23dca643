import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOrderFixture, otherTaxId, ourTaxId, type OrderFixture } from './order-fixture.ts';

describe('25,000 orders (E6)', () => {
  let orders: OrderFixture;
  let token: string;
  let smallToken: string;
  beforeAll(async () => {
    orders = await openOrderFixture();
    const members = Array.from({ length: 1000 }, () => orders.maker.addMember());
    for (let count = 0; count < 25_000; count += 1) {
      const member = members[count % members.length];
      if (member !== undefined) orders.addOrder({ member, orderNumber: `BIG-${String(count)}` });
    }
    for (const member of members.slice(0, 20)) orders.addOrder({ member }, otherTaxId);
    await orders.store();
    token = (await orders.account([ourTaxId])).token;
    smallToken = (await orders.account([otherTaxId])).token;
  }, 180_000);
  afterAll(() => orders.close());

  test('pages by key bring every order once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await orders.search(token, { by: 'member', term: 'mar', after, limit: 100 });
      expect(page.orders.length).toBeLessThanOrEqual(100);
      seen.push(...page.orders.map(({ id }) => id));
      ({ next: after } = page);
    } while (after !== null);
    const { count } = await orders.portal.context.database
      .selectFrom('order_key')
      .select(({ fn }) => fn.count<number>('order_id').distinct().as('count'))
      .where('kind', '=', 'member-name')
      .where('tax_id', '=', ourTaxId)
      .where('key', '>=', 'mar')
      .where('key', '<=', 'mar\u{10ffff}')
      .executeTakeFirstOrThrow();
    expect(seen.length).toBe(Number(count));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(75);
  });

  test('a search among 25,000 takes no more than a few times one among 20', async () => {
    const timed = async (bearer: string, term: string): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        const begun = performance.now();
        await orders.search(bearer, { by: 'member', term, limit: 20 });
        times.push(performance.now() - begun);
      }
      return times.toSorted((one, other) => one - other)[4] ?? Infinity;
    };
    await timed(smallToken, 'ba');
    const small = await timed(smallToken, 'ba');
    const [rare, common] = [await timed(token, 'baptiste'), await timed(token, 'ma')];
    expect(rare / small).toBeLessThan(8);
    expect(common / small).toBeLessThan(8);
  });
});
