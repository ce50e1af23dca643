import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkedAccountRoutes } from '../../../src-shared/portal-api/linked-accounts.ts';
import { changeRoutes, type FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { danaWhitfield } from '../../../src-portal/seeds/demo-accounts.ts';
import { seedDatabase } from '../../../src-portal/seeds/seed-database.ts';
import { callPortal } from '../call-portal.ts';
import { openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

let portal: PortalFixture;
let token: string;

beforeAll(async () => {
  portal = await openPortalFixture();
  await seedDatabase(portal.context, { kind: 'demo' });
  const dana = await portal.context.database
    .selectFrom('account')
    .select('id')
    .where('portal_id', '=', 'cca')
    .where('email', '=', danaWhitfield.email)
    .executeTakeFirstOrThrow();
  token = (await portal.session(dana.id)).accessToken;
});
afterAll(() => portal.close());

const linked = async () =>
  linkedAccountRoutes.linkedAccounts.answer.parse((await callPortal(portal, 'GET', '/linked-accounts', { token })).body)
    .linkedAccounts;

const snapshot = async (organizationId: string) =>
  changeRoutes.snapshot.answer.parse(
    (await callPortal(portal, 'GET', `/organizations/${organizationId}/snapshot?limit=5000`, { token })).body,
  );

describe('the demonstration, as Dana’s desktop loads it', () => {
  it('opens with five linked accounts', async () => {
    expect((await linked()).map(({ status }) => status)).toEqual([
      'active',
      'active',
      'active',
      'active',
      'awaiting-administrator',
    ]);
  });

  it('shows the main practice in full, in the contract’s shapes', async () => {
    const [main] = await linked();
    const { records, total, next, position } = await snapshot(main?.organization.id ?? '');
    const count = (kind: FeedRecord['kind']) => records.filter((record) => record.kind === kind).length;
    expect([count('organization'), count('user'), count('access-request'), count('invitation')]).toEqual([
      1, 124, 11, 13,
    ]);
    expect([total, next, position]).toEqual([records.length, null, 0]);
  });

  it('decides a request of the seed like any other', async () => {
    const [main] = await linked();
    const organizationId = main?.organization.id ?? '';
    const { records } = await snapshot(organizationId);
    const request = records.flatMap((record) =>
      record.kind === 'access-request' && record.entity.status === 'pending' ? [record.entity] : [],
    )[0];
    const body = {
      id: portal.chance.newId(),
      organizationId,
      baseVersion: request?.version,
      decidedAt: portal.chance.now().toISOString(),
      intent: {
        kind: 'approve-access-request',
        subjectId: request?.id,
        payload: { role: 'user', permissions: ['eligibility'] },
      },
    };
    expect(
      await callPortal(portal, 'POST', `/organizations/${organizationId}/commands`, { token, body }),
    ).toMatchObject({
      status: 200,
      body: { status: 'applied', version: 2 },
    });
  });
});
