import { createHash } from 'node:crypto';
import { insertOrderRows } from '../../../../src-portal/seeds/orders.ts';
import { orderMaker, type WantedOrder } from '../../../../src-portal/seeds/order-maker.ts';
import { seededRandom } from '../../../../src-portal/seeds/seeded-random.ts';
import type { Order, OrderPage } from '../../../../src-shared/domain/order.ts';
import { findPortal } from '../../../../src-shared/portals/catalogue.ts';
import { partBytes } from '../../../../src-shared/domain/order-document.ts';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';

export const ourTaxId = '043182657';
export const otherTaxId = '462907314';
export const portalId = 'carelon-mbm';

export interface OrderAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly code: string | undefined;
  readonly error: Readonly<Record<string, unknown>>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A service whose MBM portal has orders, and an account that acts for one Tax ID. */
export async function openOrderFixture() {
  const portal = await openPortalFixture();
  const maker = orderMaker(portalId, seededRandom('order tests'), portal.chance.now());

  async function account(taxIds: readonly string[], at = portalId): Promise<{ id: string; token: string }> {
    const { chance, context } = portal;
    const { database } = context;
    const id = chance.newId();
    await database
      .insertInto('account')
      .values({
        id,
        portal_id: at,
        email: `${id}@example.com`,
        first_name: 'Anna',
        last_name: 'Berg',
        email_verified_at: chance.now(),
        created_at: chance.now(),
      })
      .execute();
    if (taxIds.length > 0) {
      await database
        .insertInto('account_tax_id')
        .values(taxIds.map((taxId) => ({ account_id: id, tax_id: taxId, verified_at: chance.now() })))
        .execute();
    }
    const token = (await portal.session(id)).accessToken;
    await agree(token, at);
    return { id, token };
  }

  /** To the portal's HIPAA Disclaimer, where it has one (A11). */
  async function agree(token: string, at = portalId): Promise<void> {
    const disclaimer = findPortal(at)?.healthPlans?.disclaimer;
    if (disclaimer === undefined) return;
    const reply = await portal.app.inject({
      method: 'POST',
      url: `/portals/${at}/account/disclaimer`,
      headers: { authorization: `Bearer ${token}` },
      payload: { revision: disclaimer.revision },
    });
    if (reply.statusCode !== 200) throw new Error(reply.body);
  }

  const call = async (
    token: string,
    method: Method,
    path: string,
    body?: object,
    at: string = portalId,
  ): Promise<OrderAnswer> => {
    const reply = await portal.app.inject({
      method,
      url: `/portals/${at}/orders${path}`,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { payload: body }),
    });
    const answer = reply.json<Record<string, unknown>>();
    const error = (answer['error'] ?? {}) as Record<string, unknown>;
    return { status: reply.statusCode, body: answer, code: error['code'] as string | undefined, error };
  };

  const search = async (token: string, query: object): Promise<OrderPage> => {
    const answer = await call(token, 'POST', '/search', { birthDate: null, after: null, limit: 50, ...query });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body as unknown as OrderPage;
  };

  /** Adds what was made to the tables; orders are made by `maker`. */
  const store = async (): Promise<void> => {
    await portal.context.database
      .transaction()
      .execute((transaction) => insertOrderRows(transaction, structuredClone(maker.rows)));
    for (const rows of Object.values(maker.rows)) (rows as unknown[]).length = 0;
  };

  const addOrder = (wanted: WantedOrder = {}, taxId = ourTaxId): void => {
    maker.addOrder({ taxId, planNames: ['Bay Commonwealth Health'] }, wanted);
  };

  const find = async (token: string, orderId: string): Promise<Order> => {
    const [order] = (await search(token, { by: 'order-id', term: orderId })).orders;
    if (order === undefined) throw new Error(`${orderId} was not found`);
    return order;
  };

  return { portal, maker, account, agree, call, search, store, addOrder, find, close: () => portal.close() };
}
export type OrderFixture = Awaited<ReturnType<typeof openOrderFixture>>;

/** A plain PDF's beginning and as many bytes as are wanted. */
export const pdfBytes = (length: number): Buffer => Buffer.from('%PDF-1.7\n'.padEnd(length, 'quiet harbor '));

export const announcement = (portal: PortalFixture, content: Buffer, over: object = {}) => ({
  id: portal.chance.newId(),
  name: 'office note.pdf',
  type: 'application/pdf',
  size: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  pages: '1-3, 5',
  ...over,
});

export const partAt = (content: Buffer, offset: number, length = partBytes) => ({
  offset,
  content: content.subarray(offset, offset + length).toString('base64'),
});
