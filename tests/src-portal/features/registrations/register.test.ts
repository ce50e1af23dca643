import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { danaWhitfield } from '../../../../src-portal/seeds/demo-accounts.ts';
import {
  harborviewFamilyMedicine,
  lakesideWomensHealth,
  samuelOkafor,
} from '../../../../src-portal/seeds/demo-directory.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { seededService, type SeededService } from '../../seeded-service.ts';
import { openTestDatabase } from '../../test-database.ts';
import { newcomersOf, registrationAnswers, type Newcomers } from '../newcomers.ts';

let opened: OpenDatabase;
let service: SeededService;
let newcomers: Newcomers;

beforeAll(async () => {
  opened = await openTestDatabase();
});
beforeEach(async () => {
  service = await seededService({ kind: 'demo' }, opened);
  newcomers = newcomersOf(service);
});
afterAll(() => opened.close());

const answers = registrationAnswers(harborviewFamilyMedicine);
const noor = 'noor.haddad@example.com';
const accepted = { ok: true, value: { email: noor, hasAdministrator: false, useBy: null } };

const rows = (table: 'account' | 'association' | 'agreement_acceptance' | 'membership' | 'job' | 'link_token') =>
  service.context.database.selectFrom(table).selectAll().execute();
const accountOf = (email: string) =>
  service.context.database.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirstOrThrow();

describe('a registration', () => {
  it('C1, C2: keeps an account whose email is not confirmed, with its password as argon2id', async () => {
    expect(await newcomers.register(answers)).toEqual(accepted);
    const account = await accountOf(noor);
    expect(account).toMatchObject({
      portal_id: 'cca',
      first_name: 'Noor',
      last_name: 'Haddad',
      phone: '4135550123',
      email_verified_at: null,
      last_sign_in_at: null,
    });
    expect(account.password_hash).toMatch(/^\$argon2id\$/u);
    expect(await verify(account.password_hash ?? '', 'quiet harbor 9 lanterns')).toBe(true);
  });

  it('C7: keeps which agreement was accepted, and in which revision', async () => {
    await newcomers.register(answers);
    const { id } = await accountOf(noor);
    expect(await rows('agreement_acceptance')).toEqual([
      expect.objectContaining({ account_id: id, agreement_id: 'provider-agreement', revision: '2026-01' }),
    ]);
  });

  it('sends the link that confirms the address, and gives no access before', async () => {
    const before = await rows('membership');
    await newcomers.register(answers);
    const [email, ...others] = await service.emails();
    expect(others).toEqual([]);
    expect(email).toMatchObject({
      to: noor,
      letter: { firstName: 'Noor', action: { label: 'Confirm email address' } },
    });
    expect(await rows('membership')).toHaveLength(before.length);
  });

  it('C6: says whether an administrator has to agree', async () => {
    expect(await newcomers.register(registrationAnswers(lakesideWomensHealth))).toEqual({
      ok: true,
      value: { email: noor, hasAdministrator: true, useBy: null },
    });
  });

  it('names every field that is wrong and keeps nothing', async () => {
    const wrong = { ...answers, email: 'noor', passwordAgain: 'other', zip: '2169', providerAgreement: false };
    expect(await newcomers.register(wrong)).toEqual({
      ok: false,
      error: {
        code: 'invalid_input',
        fields: [
          { path: 'email', code: 'email_format' },
          { path: 'passwordAgain', code: 'password_mismatch' },
          { path: 'zip', code: 'zip_format' },
          { path: 'providerAgreement', code: 'not_accepted' },
        ],
      },
    });
    expect(await rows('association')).toEqual([]);
    expect(await rows('job')).toEqual([]);
  });

  it('C4: keeps nothing where the provider does not match', async () => {
    expect(await newcomers.register({ ...answers, zip: '01001' })).toEqual({
      ok: false,
      error: { code: 'no_match', fields: [{ path: 'zip', code: 'no_match' }] },
    });
    expect(await rows('association')).toEqual([]);
  });
});

describe('the same registration again', () => {
  it('is answered the same and done once', async () => {
    const id = service.chance.newId();
    expect(await newcomers.register(answers, { id })).toEqual(accepted);
    service.chance.advance(60_000);
    expect(await newcomers.register(answers, { id })).toEqual(accepted);
    expect(await rows('association')).toHaveLength(1);
    expect(await rows('job')).toHaveLength(1);
  });

  it('is answered as it was then, even when the provider has an administrator now', async () => {
    const id = service.chance.newId();
    await newcomers.register(answers, { id });
    await newcomers.confirm(noor);
    expect(await newcomers.register(answers, { id })).toEqual(accepted);
    expect(await newcomers.check(answers)).toMatchObject({ ok: true, value: { hasAdministrator: true } });
  });

  it('at the same moment is done once', async () => {
    const id = service.chance.newId();
    const answered = await Promise.all([1, 2, 3, 4].map(() => newcomers.register(answers, { id })));
    expect(answered).toEqual([accepted, accepted, accepted, accepted]);
    expect(await rows('association')).toHaveLength(1);
    expect(await rows('job')).toHaveLength(1);
  });

  it('is refused with other answers, the password included', async () => {
    const id = service.chance.newId();
    await newcomers.register(answers, { id });
    const reused = { ok: false, error: { code: 'command_id_reused' } };
    for (const changed of [
      { password: 'another harbor 9 lanterns' },
      { email: 'someone.else@example.com' },
      { lastName: 'Haddad-Lee' },
    ]) {
      expect(await newcomers.register(registrationAnswers(harborviewFamilyMedicine, changed), { id })).toEqual(reused);
    }
    expect(
      await service.context.database
        .selectFrom('account')
        .where('email', '=', 'someone.else@example.com')
        .selectAll()
        .execute(),
    ).toEqual([]);
  });

  it('keeps no hash that a password could be guessed from without the key', async () => {
    await newcomers.register(answers);
    const [kept] = await rows('association');
    const otherKey = { ...service.context, settings: { ...service.context.settings, serviceKey: Buffer.alloc(32, 8) } };
    await service.context.database.deleteFrom('association').execute();
    await newcomersOf({ ...service, context: otherKey }).register(answers);
    const [again] = await rows('association');
    expect(Reflect.get(again ?? {}, 'body_hash')).not.toBe(Reflect.get(kept ?? {}, 'body_hash'));
  });
});

describe('an address that has an account (E4)', () => {
  const asDana = registrationAnswers(harborviewFamilyMedicine, { email: danaWhitfield.email, firstName: 'Mallory' });

  it('is answered as any other, changes nothing, and lets its owner know', async () => {
    const before = await accountOf(danaWhitfield.email);
    const memberships = await rows('membership');
    const answered = await newcomers.register(asDana);
    expect(answered).toEqual({ ok: true, value: { email: danaWhitfield.email, hasAdministrator: false, useBy: null } });
    expect(await accountOf(danaWhitfield.email)).toEqual(before);
    expect(await rows('membership')).toEqual(memberships);
    expect(await rows('agreement_acceptance')).toEqual([]);
    const [email, ...others] = await service.emails();
    expect(others).toEqual([]);
    expect(email).toMatchObject({ to: danaWhitfield.email, letter: { firstName: 'Dana' } });
    expect(JSON.stringify(email)).toContain('Link Account');
    expect(JSON.stringify(email)).not.toContain('Mallory');
  });

  it('costs as much as a new one: the password is hashed all the same', async () => {
    const salts = async (registration: typeof asDana): Promise<number> => {
      let drawn = 0;
      const randomBytes = (length: number): Buffer => {
        drawn += length === 16 ? 1 : 0;
        return service.chance.randomBytes(length);
      };
      const context = { ...service.context, chance: { ...service.chance, randomBytes } };
      await newcomersOf({ ...service, context }).register(registration);
      return drawn;
    };
    expect(await salts(answers)).toBe(1);
    expect(await salts(asDana)).toBe(1);
  });

  it('cannot be told from a new one by what a repeated id answers', async () => {
    for (const first of [asDana, answers]) {
      const id = service.chance.newId();
      const answered = await newcomers.register(first, { id });
      expect(await newcomers.register(first, { id })).toEqual(answered);
      expect(await newcomers.register({ ...first, lastName: 'Other' }, { id })).toEqual({
        ok: false,
        error: { code: 'command_id_reused' },
      });
    }
  });

  it('does nothing later either: there is nothing left to complete', async () => {
    await newcomers.register(asDana);
    const memberships = await rows('membership');
    await newcomers.confirm(danaWhitfield.email);
    expect(await rows('membership')).toEqual(memberships);
  });
});

describe('an address that was registered and never confirmed', () => {
  it('belongs to the latest registration, and only its link serves', async () => {
    await newcomers.register(
      registrationAnswers(samuelOkafor, { firstName: 'Mallory', password: 'laid ready by a stranger' }),
    );
    const [earlier] = await rows('link_token');
    service.chance.advance(60_000);
    await newcomers.register(answers);
    const account = await accountOf(noor);
    expect(account.first_name).toBe('Noor');
    expect(await verify(account.password_hash ?? '', 'quiet harbor 9 lanterns')).toBe(true);
    const tokens = await rows('link_token');
    expect(tokens).toHaveLength(1);
    expect(tokens).not.toContainEqual(earlier);

    await newcomers.confirm(noor);
    expect((await newcomers.linked(noor)).map(({ organization }) => organization.name)).toEqual([
      'Harborview Family Medicine',
    ]);
    expect(await rows('agreement_acceptance')).toHaveLength(1);
  });

  it('has one account however many register it at once', async () => {
    await Promise.all([1, 2, 3].map(() => newcomers.register(answers)));
    expect((await rows('account')).filter((account) => Reflect.get(account, 'email') === noor)).toHaveLength(1);
    expect(await rows('link_token')).toHaveLength(1);
    await newcomers.confirm(noor);
    expect(await newcomers.linked(noor)).toHaveLength(1);
  });
});

describe('limits', () => {
  it('lets nobody fill a mailbox: five registrations of one address in an hour', async () => {
    for (let count = 0; count < 5; count += 1) {
      expect(await newcomers.register(answers, { address: `203.0.113.${count}` })).toEqual(accepted);
    }
    expect(await newcomers.register(answers, { address: '203.0.113.9' })).toMatchObject({
      ok: false,
      error: { code: 'rate_limited', retryAfterMs: 60 * 60_000 },
    });
    expect(await service.emails()).toHaveLength(5);
  });
});
