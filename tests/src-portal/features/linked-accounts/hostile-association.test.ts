import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorAnswer } from '../../../../src-shared/portal-api/shapes.ts';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';

/** Whatever is sent over HTTP to associate at Provider Central (D5-D8) is answered in order, and associates nobody. */
describe('hostile answers to an association', () => {
  let portal: PortalFixture;
  let token: string;
  let accountId: string;
  beforeAll(async () => {
    portal = await openPortalFixture();
    ({ id: accountId } = await portal.addAccount());
    await portal.context.database
      .updateTable('account')
      .set({ portal_id: 'provider-central' })
      .where('id', '=', accountId)
      .execute();
    token = (await portal.session(accountId)).accessToken;
  });
  afterAll(() => portal.close());

  let calls = 0;
  const send = async (path: string, payload: object) => {
    calls += 1;
    const reply = await portal.app.inject({
      method: 'POST',
      url: `/portals/provider-central/linked-accounts${path}`,
      remoteAddress: `198.51.100.${String(calls % 250)}`,
      payload,
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: reply.statusCode, body: reply.json<unknown>() };
  };
  const expectRefused = ({ status, body }: { status: number; body: unknown }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(errorAnswer.safeParse(body).success).toBe(true);
  };

  const values: readonly unknown[] = [
    '',
    ' ',
    '\u0000',
    "' or 1=1 --",
    '%',
    '_____',
    'x'.repeat(1999),
    '‮M40127',
    true,
    ['M40127'],
    'constructor',
    '__proto__',
    '12345678901234567890',
  ];
  const right = {
    organizationNumber: 'M40127',
    taxId: '043617285',
    associationRoute: 'claims',
    ...Object.fromEntries(
      [1, 2].flatMap((claim) => [
        [`claim${String(claim)}AdvisoryDate`, '2025-11-14'],
        [`claim${String(claim)}ClaimNumber`, `1${String(claim)}`],
        [`claim${String(claim)}PatientLastName`, 'Silva'],
        [`claim${String(claim)}FirstDateOfService`, '2025-10-14'],
        [`claim${String(claim)}CheckNumber`, '1'],
      ]),
    ),
  };

  test.each(Object.keys(right))('%s takes strange values without breaking', async (field) => {
    for (const value of values) {
      const answers = { ...right, [field]: value };
      expectRefused(await send('', { id: portal.chance.newId(), answers }));
      expectRefused(await send('/matches', { answers }));
    }
    expect(await portal.context.database.selectFrom('membership').selectAll().execute()).toEqual([]);
  });

  test.each(['', 'ACDE', 'x'.repeat(65), 'ＡＣＤＥＦＧＨＪ', "ACDEFGH'", '‮ACDEFGH'])(
    'the PIN %j is no PIN (D8)',
    async (pin) => {
      const answer = await send(`/${portal.chance.newId()}/pin`, { pin });
      expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid_input' } } });
    },
  );

  test.each(['nobody', '%00', '01950000-0000-7000-8000-000000000009'])('%s is nobody’s linked account', async (id) => {
    expectRefused(await send(`/${id}/pin`, { pin: 'ACDEFGHJ' }));
    expectRefused(await send(`/${id}/pin-requests`, {}));
  });
});
