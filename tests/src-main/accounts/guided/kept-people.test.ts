import { describe, expect, it } from 'vitest';
import type { ImportedUser, KeptPerson } from '../../../../src-shared/domain/kept-by-hand.ts';
import { id } from '../../support/fixtures.ts';
import { settle } from '../../support/fake-schedule.ts';
import { guidedDesk } from '../../support/guided-fixtures.ts';

const row = (number: number, over: Partial<ImportedUser> = {}): ImportedUser => ({
  email: `user${String(number)}@example.com`,
  firstName: 'Uma',
  lastName: `User${String(number)}`,
  role: 'user',
  permissions: ['eligibility'],
  status: 'active',
  ...over,
});
const many = (count: number): ImportedUser[] => Array.from({ length: count }, (_, number) => row(number));

describe('importing users', () => {
  it('only counts until it is confirmed', async () => {
    const { guided, organizationId, users } = await guidedDesk();
    const counted = await guided.people.importUsers({ organizationId, confirmed: false, users: many(3) });
    expect(counted).toEqual({ ok: true, value: { added: 3, updated: 0, unchanged: 0 } });
    await settle();
    expect(users()).toHaveLength(1);
  });

  it('brings known addresses up to date, and never adds one twice', async () => {
    const { guided, organizationId, users, byEmail } = await guidedDesk();
    await guided.people.importUsers({ organizationId, confirmed: true, users: many(3) });
    await settle();
    const before = byEmail('user1@example.com').id;
    const second = [row(0), row(1, { status: 'revoked' }), row(9), row(9, { lastName: 'Last' })];
    const again = await guided.people.importUsers({ organizationId, confirmed: true, users: second });
    expect(again).toEqual({ ok: true, value: { added: 1, updated: 1, unchanged: 1 } });
    await settle();
    expect(users()).toHaveLength(5);
    expect(byEmail('user1@example.com')).toMatchObject({ id: before, status: 'revoked', version: 2 });
    expect(byEmail('user9@example.com').lastName).toBe('Last');
  });

  it('gives an administrator every permission of the portal', async () => {
    const { guided, organizationId, byEmail } = await guidedDesk();
    const users = [row(1, { role: 'administrator', permissions: [] })];
    await guided.people.importUsers({ organizationId, confirmed: true, users });
    await settle();
    expect(byEmail('user1@example.com').permissions).toContain('manage-users');
  });

  it('takes 10,000 rows in bounded time, and the screens see them all', { timeout: 60_000 }, async () => {
    const { guided, organizationId, people } = await guidedDesk();
    const began = performance.now();
    await guided.people.importUsers({ organizationId, confirmed: true, users: many(10_000) });
    expect(performance.now() - began).toBeLessThan(20_000);
    for (let turn = 0; turn < 200 && people.userCounts(organizationId).users < 10_001; turn += 1) await settle();
    expect(people.userCounts(organizationId).users).toBe(10_001);
  });

  it('is not possible where a portal tells its users itself', async () => {
    const { guided } = await guidedDesk();
    expect(
      await guided.people.importUsers({ organizationId: id(42_424_242), confirmed: true, users: many(1) }),
    ).toEqual({
      ok: false,
      error: { code: 'not_permitted' },
    });
  });
});

describe('writing somebody down', () => {
  const somebody = (over: Partial<Extract<KeptPerson, { kind: 'invitation' }>> = {}): KeptPerson => ({
    kind: 'invitation',
    id: id(5),
    email: 'ines@example.com',
    firstName: 'Inès',
    lastName: 'Moreau',
    role: 'user',
    permissions: ['eligibility'],
    status: 'sent',
    ...over,
  });

  it('adds and edits a user, and refuses an address that somebody else has', async () => {
    const { keepUser, guided, organizationId, byEmail, users } = await guidedDesk();
    const ada = await keepUser('ada@example.com', 1);
    await keepUser('ben@example.com', 2);
    const { pending: _, ...known } = byEmail('ada@example.com');
    const { email, firstName, lastName, role, permissions } = known;
    const person = { kind: 'user', id: ada, email, firstName, lastName, role, permissions, status: 'pending' } as const;
    expect(guided.people.keep({ organizationId, person }).ok).toBe(true);
    expect(guided.people.keep({ organizationId, person: { ...person, email: 'ben@example.com' } })).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'email', code: 'taken' }] },
    });
    await settle();
    expect(users()).toHaveLength(3);
    expect(byEmail('ada@example.com')).toMatchObject({ status: 'pending', version: 2 });
  });

  it('makes somebody who accepted an invitation a user, once', async () => {
    const { guided, organizationId, users, byEmail } = await guidedDesk();
    guided.people.keep({ organizationId, person: somebody() });
    guided.people.keep({ organizationId, person: somebody({ status: 'accepted' }) });
    guided.people.keep({ organizationId, person: somebody({ status: 'accepted', lastName: 'Morel' }) });
    await settle();
    expect(users()).toHaveLength(2);
    expect(byEmail('ines@example.com')).toMatchObject({ status: 'active', lastName: 'Moreau' });
  });
});
