import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkedAccountSchema } from '../../../../src-shared/domain/organization.ts';
import type { Permission } from '../../../../src-shared/domain/permissions.ts';
import { danaWhitfield, reneeOkonkwo } from '../../../../src-portal/seeds/demo-accounts.ts';
import {
  beaconStreetMedicalGroup,
  elenaVasquez,
  harborviewFamilyMedicine,
  lakesideWomensHealth,
  pioneerValleyBehavioralHealth,
  samuelOkafor,
} from '../../../../src-portal/seeds/demo-directory.ts';
import type { SeededProvider } from '../../../../src-portal/seeds/seeded-provider.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { seededService, type SeededService } from '../../seeded-service.ts';
import { openTestDatabase } from '../../test-database.ts';
import { eligibilityAnswers, newcomersOf, type Newcomers } from '../newcomers.ts';
import { createPeople } from '../people-fixture.ts';

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

const dana = danaWhitfield.email;
const answersFor = (provider: SeededProvider) => ({ ...eligibilityAnswers(provider), providerAgreement: true });

const membershipAt = (provider: SeededProvider) =>
  service.context.database
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .selectAll('membership')
    .where('organization.provider_id', '=', provider.providerId)
    .where('account.email', '=', dana)
    .executeTakeFirstOrThrow();

const setStatus = async (provider: SeededProvider, status: 'denied' | 'revoked', reason: string) => {
  const { id } = await membershipAt(provider);
  await service.context.database
    .updateTable('membership')
    .set({ status, status_reason: reason })
    .where('id', '=', id)
    .execute();
  await service.context.database
    .updateTable('access_request')
    .set({ status: 'denied' })
    .where('membership_id', '=', id)
    .execute();
};

describe('Manage Linked Accounts (C8)', () => {
  it('lists the memberships in the order in which they were linked', async () => {
    const linked = await newcomers.linked(dana);
    expect(linked.map(({ organization, role, status }) => [organization.name, role, status])).toEqual([
      ['Beacon Street Medical Group', 'administrator', 'active'],
      ['Charles River Pediatrics', 'administrator', 'active'],
      ['Merrimack Valley Cardiology Associates', 'administrator', 'active'],
      ['Elena Vásquez, MD', 'user', 'active'],
      ['Pioneer Valley Behavioral Health', 'user', 'awaiting-administrator'],
    ]);
    for (const account of linked) expect(linkedAccountSchema.parse(account)).toEqual(account);
  });

  it('C6: names whom to ask, and only while one waits', async () => {
    const linked = await newcomers.linked(dana);
    expect(linked.map(({ administrators }) => administrators.includes('Renée Okonkwo'))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it.each([
    ['denied', 'Please call us first'],
    ['revoked', 'Left the practice'],
  ] as const)('shows the administrator’s words with %s', async (status, reason) => {
    await setStatus(pioneerValleyBehavioralHealth, status, reason);
    expect((await newcomers.linked(dana)).at(-1)).toMatchObject({ status, statusReason: reason, administrators: [] });
  });
});

describe('Link Account (C8)', () => {
  it('makes the caller the administrator of an organization that has none, at once', async () => {
    const answered = await newcomers.link(dana, answersFor(samuelOkafor));
    expect(answered).toMatchObject({
      ok: true,
      value: { organization: { providerId: 'P518203' }, role: 'administrator', status: 'active' },
    });
    expect((await newcomers.linked(dana)).at(-1)).toEqual(answered.ok && answered.value);
    expect(await service.context.database.selectFrom('agreement_acceptance').selectAll().execute()).toEqual([
      expect.objectContaining({ agreement_id: 'provider-agreement', revision: '2026-01' }),
    ]);
  });

  it('C6: asks the administrator where there is one, and says how many other organizations the caller has', async () => {
    const answered = await newcomers.link(dana, answersFor(lakesideWomensHealth));
    expect(answered).toMatchObject({
      ok: true,
      value: { status: 'awaiting-administrator', permissions: [], administrators: ['Renée Okonkwo'] },
    });
    const organizationId = answered.ok ? answered.value.organization.id : '';
    const change = await service.context.database
      .selectFrom('change')
      .select('entity')
      .where('organization_id', '=', organizationId)
      .where('kind', '=', 'access-request')
      .executeTakeFirstOrThrow();
    expect(change.entity).toMatchObject({ evidence: { otherOrganizations: 4 } });
    expect(await service.emails()).toEqual([expect.objectContaining({ to: reneeOkonkwo.email })]);
  });

  it('C6: tells everybody who may decide about the request, and nobody else', async () => {
    const { database } = service.context;
    const organization = await database
      .selectFrom('organization')
      .select('id')
      .where('provider_id', '=', lakesideWomensHealth.providerId)
      .executeTakeFirstOrThrow();
    const { addMember } = await createPeople(opened);
    const member = (permissions: Permission[], status: 'active' | 'revoked' = 'active') =>
      addMember({ organizationId: organization.id, permissions, status });
    const manager = await member(['eligibility', 'manage-users']);
    await member(['eligibility', 'remittances']);
    await member(['manage-users'], 'revoked');
    expect(await newcomers.link(dana, answersFor(lakesideWomensHealth))).toMatchObject({
      ok: true,
      value: { administrators: ['Renée Okonkwo'] },
    });
    const emails = await service.emails();
    expect(emails.map(({ to }) => to).toSorted()).toEqual([manager.email, reneeOkonkwo.email].toSorted());
    expect(new Set(emails.map(({ letter }) => letter.subject)).size).toBe(1);
  });

  it('C6: somebody who manages users is no administrator: the next to come is the first', async () => {
    const { database } = service.context;
    const organization = await database
      .selectFrom('organization')
      .select('id')
      .where('provider_id', '=', samuelOkafor.providerId)
      .executeTakeFirstOrThrow();
    const { addMember } = await createPeople(opened);
    await addMember({ organizationId: organization.id, permissions: ['manage-users'] });
    expect(await newcomers.link(dana, answersFor(samuelOkafor))).toMatchObject({
      ok: true,
      value: { role: 'administrator', status: 'active' },
    });
  });

  it('wants the agreement and matching answers', async () => {
    expect(await newcomers.link(dana, eligibilityAnswers(samuelOkafor))).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'providerAgreement', code: 'not_accepted' }] },
    });
    expect(await newcomers.link(dana, { ...answersFor(samuelOkafor), zip: '01001' })).toEqual({
      ok: false,
      error: { code: 'no_match', fields: [{ path: 'zip', code: 'no_match' }] },
    });
    expect(await newcomers.linked(dana)).toHaveLength(5);
  });

  it.each([beaconStreetMedicalGroup, elenaVasquez, pioneerValleyBehavioralHealth])(
    'says already_linked of $name, active or pending',
    async (provider) => {
      const before = await membershipAt(provider);
      expect(await newcomers.link(dana, answersFor(provider))).toEqual({
        ok: false,
        error: { code: 'already_linked' },
      });
      expect(await membershipAt(provider)).toEqual(before);
    },
  );

  it('lets somebody ask again after a denial: the same membership, a new request', async () => {
    await setStatus(pioneerValleyBehavioralHealth, 'denied', 'Please call us first');
    const before = await membershipAt(pioneerValleyBehavioralHealth);
    const answered = await newcomers.link(dana, answersFor(pioneerValleyBehavioralHealth));
    expect(answered).toMatchObject({
      ok: true,
      value: { id: before.id, version: before.version + 1, status: 'awaiting-administrator', statusReason: null },
    });
    const requests = await service.context.database
      .selectFrom('access_request')
      .select('status')
      .where('membership_id', '=', before.id)
      .orderBy('id')
      .execute();
    expect(requests.map(({ status }) => status)).toEqual(['denied', 'pending']);
  });

  it('does not count administrators who were revoked: the next to come is the first', async () => {
    const { database } = service.context;
    const lakeside = database
      .selectFrom('organization')
      .select('id')
      .where('provider_id', '=', lakesideWomensHealth.providerId);
    await database
      .updateTable('membership')
      .set({ status: 'revoked' })
      .where('organization_id', '=', lakeside)
      .where('role', '=', 'administrator')
      .execute();
    expect(await newcomers.link(dana, answersFor(lakesideWomensHealth))).toMatchObject({
      ok: true,
      value: { role: 'administrator', status: 'active' },
    });
    expect(await service.emails()).toEqual([]);
  });

  it('has the limits of registration: twenty attempts from one address in ten minutes', async () => {
    for (let count = 0; count < 20; count += 1) {
      await newcomers.link(dana, { ...answersFor(samuelOkafor), providerId: `P90000${count}` });
    }
    expect(await newcomers.link(dana, answersFor(samuelOkafor))).toMatchObject({
      ok: false,
      error: { code: 'rate_limited', retryAfterMs: 600_000 },
    });
  });

  it('lets nobody back in whose access was revoked', async () => {
    await setStatus(elenaVasquez, 'revoked', 'Left the practice');
    expect(await newcomers.link(dana, answersFor(elenaVasquez))).toEqual({
      ok: false,
      error: { code: 'not_permitted' },
    });
    expect(await membershipAt(elenaVasquez)).toMatchObject({ status: 'revoked' });
  });
});

describe('the same link again', () => {
  it('is done once and answered with the linked account', async () => {
    const id = service.chance.newId();
    const answered = await newcomers.link(dana, answersFor(lakesideWomensHealth), { id });
    expect(answered.ok).toBe(true);
    expect(await newcomers.link(dana, answersFor(lakesideWomensHealth), { id })).toEqual(answered);
    expect(await service.emails()).toHaveLength(1);
  });

  it('at the same moment is done once', async () => {
    const id = service.chance.newId();
    const answered = await Promise.all([1, 2, 3].map(() => newcomers.link(dana, answersFor(samuelOkafor), { id })));
    expect(answered.every(({ ok }) => ok)).toBe(true);
    expect(answered[1]).toEqual(answered[0]);
    expect(await newcomers.linked(dana)).toHaveLength(6);
  });

  it('is refused with other answers, and from another account', async () => {
    const id = service.chance.newId();
    await newcomers.link(dana, answersFor(samuelOkafor), { id });
    const reused = { ok: false, error: { code: 'command_id_reused' } };
    expect(await newcomers.link(dana, answersFor(harborviewFamilyMedicine), { id })).toEqual(reused);
    expect(await newcomers.link(reneeOkonkwo.email, answersFor(samuelOkafor), { id })).toEqual(reused);
  });
});

describe('two who link at the same moment', () => {
  it('become one administrator and one who asks', async () => {
    const answered = await Promise.all(
      [dana, reneeOkonkwo.email].map((email) => newcomers.link(email, answersFor(samuelOkafor))),
    );
    const statuses = answered.map((answer) => (answer.ok ? answer.value.status : answer.error.code));
    expect(statuses.toSorted()).toEqual(['active', 'awaiting-administrator']);
  });

  it('with two ids of one account have one membership', async () => {
    const answered = await Promise.all([1, 2].map(() => newcomers.link(dana, answersFor(samuelOkafor))));
    const results = answered.map((answer) => (answer.ok ? answer.value.status : answer.error.code));
    expect(results.toSorted()).toEqual(['active', 'already_linked']);
  });
});
