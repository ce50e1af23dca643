import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkedAccountSchema } from '../../../../src-shared/domain/organization.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import type { Caller } from '../../../../src-portal/handler.ts';
import { tremontClaims } from '../../../../src-portal/seeds/provider-central-claims.ts';
import { tremontFamilyHealth } from '../../../../src-portal/seeds/provider-central-directory.ts';
import { seededService, type SeededService } from '../../seeded-service.ts';
import { openTestDatabase } from '../../test-database.ts';
import { associationsOf, claimsAnswers, numbersOf, type Associations } from '../associations.ts';

let opened: OpenDatabase;
let service: SeededService;
let associations: Associations;
let noor: Caller;
let linkedId: string;

const numbers = numbersOf(tremontFamilyHealth);
const byMail = { ...numbers, associationRoute: 'mailed-pin' };
const byClaims = { ...numbers, ...claimsAnswers(tremontClaims[0], tremontClaims[1]), associationRoute: 'claims' };
const aDay = 24 * 60 * 60_000;

beforeAll(async () => {
  opened = await openTestDatabase();
});
beforeEach(async () => {
  service = await seededService({ kind: 'demo' }, opened);
  associations = associationsOf(service);
  noor = await associations.addCaller();
  const linked = await associations.link(noor, byMail);
  if (!linked.ok) throw new Error(linked.error.code);
  linkedId = linked.value.id;
});
afterAll(() => opened.close());

const now = () => service.chance.now();
const wrong = 'AAAAAAAA';
const fails = (code: string, more: object = {}) => ({ ok: false, error: { code, ...more } });

describe('a PIN by U.S. mail (D8)', () => {
  it('is awaited, by somebody who is no user yet', async () => {
    const [linked] = await associations.linked(noor);
    expect(linkedAccountSchema.parse(linked)).toEqual(linked);
    expect(linked).toMatchObject({
      id: linkedId,
      status: 'awaiting-pin',
      permissions: [],
      pin: { requestedAt: now().toISOString(), mailedAt: null, expiresAt: null, triesLeft: 5 },
    });
    const changes = await service.context.database
      .selectFrom('change')
      .selectAll()
      .where('organization_id', '=', linked?.organization.id ?? '')
      .execute();
    expect(changes).toEqual([]);
  });

  it('makes its owner the first administrator, once', async () => {
    const { pin } = await associations.print(linkedId);
    const entered = await associations.enterPin(noor, linkedId, pin.replace('-', ''));
    expect(entered).toMatchObject({ ok: true, value: { id: linkedId, status: 'active', role: 'administrator' } });
    expect(entered.ok && entered.value.pin).toBeUndefined();
    expect(await associations.enterPin(noor, linkedId, pin.replace('-', ''))).toEqual(fails('already_linked'));
  });

  it('asks the administrator who came meanwhile, who sees by what it was proven', async () => {
    const { pin } = await associations.print(linkedId);
    await associations.link(await associations.addCaller('Ada', 'First'), byClaims);
    expect(await associations.enterPin(noor, linkedId, pin.replace('-', ''))).toMatchObject({
      ok: true,
      value: { status: 'awaiting-administrator', administrators: ['Ada First'] },
    });
    const [linked] = await associations.linked(noor);
    expect((await associations.requestIn(linked?.organization.id ?? ''))?.matched_on).toContain('PIN by U.S. mail');
  });

  it('five wrong ones end it; a new one begins anew', async () => {
    const first = (await associations.print(linkedId)).pin.replace('-', '');
    for (const triesLeft of [4, 3, 2, 1, 0])
      expect(await associations.enterPin(noor, linkedId, wrong)).toEqual(fails('wrong_pin', { triesLeft }));
    expect(await associations.enterPin(noor, linkedId, first)).toEqual(fails('pin_expired'));
    expect((await associations.linked(noor))[0]?.pin).toMatchObject({ triesLeft: 0 });

    expect(await associations.requestPin(noor, linkedId)).toMatchObject({
      ok: true,
      value: { status: 'awaiting-pin', pin: { mailedAt: null, expiresAt: null, triesLeft: 5 } },
    });
    const second = (await associations.print(linkedId)).pin.replace('-', '');
    expect(await associations.enterPin(noor, linkedId, first)).toEqual(fails('wrong_pin', { triesLeft: 4 }));
    expect(await associations.enterPin(noor, linkedId, second)).toMatchObject({ ok: true });
  });

  it('serves for 60 days from when it was printed', async () => {
    service.chance.advance(9 * aDay);
    const { pin, expiresAt } = await associations.print(linkedId);
    expect(expiresAt.getTime() - now().getTime()).toBe(60 * aDay);
    expect((await associations.linked(noor))[0]?.pin?.expiresAt).toBe(expiresAt.toISOString());
    service.chance.advance(60 * aDay);
    expect(await associations.enterPin(noor, linkedId, pin.replace('-', ''))).toEqual(fails('pin_expired'));
  });

  it('serves to the end of them', async () => {
    const { pin } = await associations.print(linkedId);
    service.chance.advance(60 * aDay - 1);
    expect(await associations.enterPin(noor, linkedId, pin.replace('-', ''))).toMatchObject({ ok: true });
  });

  it('printed again is another one, and stored in clear nowhere', async () => {
    const [one, two] = [await associations.print(linkedId), await associations.print(linkedId)];
    expect(two.pin).not.toBe(one.pin);
    const rows = await service.context.database.selectFrom('mailed_pin').selectAll().execute();
    const audit = await service.context.database.selectFrom('audit').selectAll().execute();
    for (const { pin } of [one, two])
      for (const written of [pin, pin.replace('-', '')]) expect(JSON.stringify([rows, audit])).not.toContain(written);
    expect(await associations.enterPin(noor, linkedId, one.pin.replace('-', ''))).toMatchObject(fails('wrong_pin'));
    expect(await associations.enterPin(noor, linkedId, two.pin.replace('-', ''))).toMatchObject({ ok: true });
  });

  it('before it is printed nothing is right, and no try is used up', async () => {
    for (let times = 0; times < 7; times += 1)
      expect(await associations.enterPin(noor, linkedId, wrong)).toEqual(fails('wrong_pin', { triesLeft: 5 }));
    const { pin } = await associations.print(linkedId);
    expect(await associations.enterPin(noor, linkedId, pin.replace('-', ''))).toMatchObject({ ok: true });
  });

  it('is requested at most three times a day', async () => {
    for (let times = 0; times < 3; times += 1)
      expect(await associations.requestPin(noor, linkedId)).toMatchObject({ ok: true });
    expect(await associations.requestPin(noor, linkedId)).toMatchObject(fails('rate_limited'));
    service.chance.advance(aDay);
    expect(await associations.requestPin(noor, linkedId)).toMatchObject({ ok: true });
  });

  it('belongs to one account: nobody else enters or requests it', async () => {
    const { pin } = await associations.print(linkedId);
    const stranger = await associations.addCaller('Eve', 'Stranger');
    expect(await associations.enterPin(stranger, linkedId, pin.replace('-', ''))).toEqual(fails('not_found'));
    expect(await associations.requestPin(stranger, linkedId)).toEqual(fails('not_found'));
    const elsewhere = { ...noor, portalId: 'cca' };
    expect(await associations.enterPin(elsewhere, linkedId, pin.replace('-', ''))).toEqual(fails('not_found'));
  });

  it('cannot be printed for nobody', async () => {
    await expect(associations.print(service.chance.newId())).rejects.toThrow('not_found');
  });
});

describe('one pending association with an organization', () => {
  it('a second request by mail is refused', async () => {
    expect(await associations.link(noor, byMail)).toEqual(fails('already_linked'));
    expect(await associations.linked(noor)).toHaveLength(1);
  });

  it('who waits for a PIN may go by claims instead; the PIN no longer serves', async () => {
    const { pin } = await associations.print(linkedId);
    expect(await associations.link(noor, byClaims)).toMatchObject({
      ok: true,
      value: { id: linkedId, status: 'active' },
    });
    expect(await associations.linked(noor)).toHaveLength(1);
    expect(await associations.enterPin(noor, linkedId, pin.replace('-', ''))).toEqual(fails('already_linked'));
  });

  it('who waits for a PIN may ask the administrator who came meanwhile', async () => {
    await associations.link(await associations.addCaller('Ada', 'First'), byClaims);
    expect(await associations.link(noor, { ...numbers, associationRoute: 'administrator' })).toMatchObject({
      ok: true,
      value: { id: linkedId, status: 'awaiting-administrator' },
    });
    expect(await associations.linked(noor)).toHaveLength(1);
  });
});
