import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  consumeLinkToken,
  issueLinkToken,
  readLinkToken,
  withdrawLinkTokens,
} from '../../../src-portal/identity/link-token.ts';
import { openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

const hourMs = 60 * 60_000;

describe('link tokens', () => {
  let portal: PortalFixture;
  beforeAll(async () => {
    portal = await openPortalFixture();
  });
  afterAll(() => portal.close());

  const issue = (invitationId: string) =>
    portal.context.database
      .transaction()
      .execute((transaction) =>
        issueLinkToken(transaction, portal.chance, { purpose: 'accept-invitation', invitationId }, hourMs),
      );
  const consume = (token: string, purpose: 'accept-invitation' | 'verify-email' = 'accept-invitation') =>
    portal.context.database
      .transaction()
      .execute((transaction) => consumeLinkToken(transaction, portal.chance, purpose, token));

  test('serve once, for their purpose', async () => {
    const invitationId = portal.chance.newId();
    const token = await issue(invitationId);
    expect(await consume(token, 'verify-email')).toEqual({ ok: false, error: 'unknown' });
    expect(await consume(token)).toEqual({ ok: true, value: { purpose: 'accept-invitation', invitationId } });
    expect(await consume(token)).toEqual({ ok: false, error: 'used' });
    expect(await consume(`${token}x`)).toEqual({ ok: false, error: 'unknown' });
  });

  test('serve one of two at the same moment', async () => {
    const token = await issue(portal.chance.newId());
    const results = await Promise.all([consume(token), consume(token), consume(token)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('come back when the transaction that used them does not commit', async () => {
    const token = await issue(portal.chance.newId());
    const failing = portal.context.database.transaction().execute(async (transaction) => {
      await consumeLinkToken(transaction, portal.chance, 'accept-invitation', token);
      throw new Error('later on');
    });
    await expect(failing).rejects.toThrow('later on');
    expect(await consume(token)).toMatchObject({ ok: true });
  });

  test('expire, and can be read without being used', async () => {
    const token = await issue(portal.chance.newId());
    const read = () => readLinkToken(portal.context.database, portal.chance, 'accept-invitation', token);
    expect(await read()).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ ok: true });
    portal.chance.advance(hourMs);
    expect(await read()).toEqual({ ok: false, error: 'expired' });
    expect(await consume(token)).toEqual({ ok: false, error: 'expired' });
  });

  test('can be withdrawn', async () => {
    const [invitationId, other] = [portal.chance.newId(), portal.chance.newId()];
    const [token, kept] = [await issue(invitationId), await issue(other)];
    await portal.context.database
      .transaction()
      .execute((transaction) => withdrawLinkTokens(transaction, { purpose: 'accept-invitation', invitationId }));
    expect(await consume(token)).toEqual({ ok: false, error: 'unknown' });
    expect(await consume(kept)).toMatchObject({ ok: true });
  });

  test('are kept as hashes', async () => {
    const token = await issue(portal.chance.newId());
    const rows = await portal.context.database.selectFrom('link_token').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
