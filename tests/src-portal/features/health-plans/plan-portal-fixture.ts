import type { PortalFixture } from '../../portal-fixture.ts';

/** Three plans; the Tax IDs 1 know them all, 2 the first alone, 3 none. */
export const taxIds = { ofAll: '042761938', ofOne: '270846195', ofNone: '462907314' };
export const plans = [
  { id: 'alder', name: 'Alder Health' },
  { id: 'birch', name: 'Birch Health' },
  { id: 'cedar', name: 'Cedar Health' },
] as const;
export const portalIds = ['carelon-mbm', 'aim'] as const;

/** The plans above, at both portals, in a portal that is empty apart from them. */
export async function addPlans({ context: { database } }: Pick<PortalFixture, 'context'>): Promise<void> {
  for (const portalId of portalIds) {
    // names are out of order on purpose
    for (const { id, name } of plans.toReversed())
      await database.insertInto('health_plan').values({ portal_id: portalId, id, name }).execute();
    for (const [planId, taxId] of [
      ...plans.map(({ id }) => [id, taxIds.ofAll] as const),
      [plans[0].id, taxIds.ofOne] as const,
    ])
      await database
        .insertInto('health_plan_tax_id')
        .values({ portal_id: portalId, plan_id: planId, tax_id: taxId })
        .execute();
  }
}

/** A person of a portal with health plans, and a session of theirs. */
export async function addPlanPerson(
  portal: PortalFixture,
  portalId: string,
): Promise<{ accountId: string; token: string; newToken: () => Promise<string> }> {
  const { id: accountId } = await portal.addAccount();
  await portal.context.database
    .updateTable('account')
    .set({ portal_id: portalId })
    .where('id', '=', accountId)
    .execute();
  const newToken = async (): Promise<string> => (await portal.session(accountId)).accessToken;
  return { accountId, token: await newToken(), newToken };
}

export interface Asked {
  readonly token?: string;
  readonly body?: object;
  readonly address?: string;
}

/** Calls a route of a portal. */
export async function callPlans(
  { app }: Pick<PortalFixture, 'app'>,
  portalId: string,
  method: 'GET' | 'POST',
  path: string,
  { token, body, address = '192.0.2.1' }: Asked = {},
): Promise<{ status: number; body: unknown }> {
  const reply = await app.inject({
    method,
    url: `/portals/${portalId}${path}`,
    remoteAddress: address,
    ...(body === undefined ? {} : { payload: body }),
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  return { status: reply.statusCode, body: reply.json() };
}
