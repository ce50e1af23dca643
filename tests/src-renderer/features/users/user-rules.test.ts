import { describe, expect, it } from 'vitest';
import type { Access } from '../../../../src-shared/domain/permissions.ts';
import type { UserRow } from '../../../../src-shared/ipc/people.ts';
import { planFor } from '../../../../src-renderer/features/users/bulk-plan.ts';
import { whyNot, type Situation } from '../../../../src-renderer/features/users/user-rules.ts';
import { fixtureId, fixtureNow, user } from '../../fixtures.ts';

const administrator: Access = { role: 'administrator', permissions: [] };
const manager: Access = { role: 'user', permissions: ['manage-users'] };
const reader: Access = { role: 'user', permissions: ['eligibility'] };

const as = (actor: Access, administrators: number | null = 3): Situation => ({ actor, administrators });
const row = (n: number, over: Partial<UserRow> = {}): UserRow => ({
  ...user(n, { role: 'user', status: 'active', permissions: ['eligibility'] }),
  pending: [],
  ...over,
});

describe('what can be decided about a user', () => {
  it('is everything for an administrator', () => {
    expect(whyNot('make-admin', row(1), as(administrator))).toBeNull();
    expect(whyNot('revoke-user', row(1, { role: 'administrator' }), as(administrator))).toBeNull();
    expect(whyNot('edit-role-and-permissions', row(1), as(administrator))).toBeNull();
    expect(whyNot('restore-user', row(1, { status: 'revoked' }), as(administrator))).toBeNull();
  });

  it('is the day-to-day for somebody who manages users', () => {
    expect(whyNot('revoke-user', row(1), as(manager))).toBeNull();
    expect(whyNot('edit-role-and-permissions', row(1), as(manager))).toBeNull();
    expect(whyNot('make-admin', row(1), as(manager))).toMatch(/Only an administrator can make/u);
    expect(whyNot('revoke-user', row(1, { role: 'administrator' }), as(manager))).toMatch(/Only an administrator/u);
    expect(whyNot('edit-role-and-permissions', row(1, { permissions: ['manage-users'] }), as(manager))).toMatch(
      /manages users/u,
    );
  });

  it('is nothing for anybody else', () => {
    expect(whyNot('revoke-user', row(1), as(reader))).toMatch(/permission “Manage users”/u);
  });

  it('follows the status of the user', () => {
    expect(whyNot('revoke-user', row(1, { status: 'revoked' }), as(administrator))).toMatch(/Restore them first/u);
    expect(whyNot('restore-user', row(1), as(administrator))).toMatch(/not revoked/u);
    expect(whyNot('make-admin', row(1, { status: 'pending' }), as(administrator))).toMatch(/Access Requests/u);
    expect(whyNot('make-admin', row(1, { role: 'administrator' }), as(administrator))).toMatch(/already/u);
  });

  it('waits for decisions under way, not for refused ones', () => {
    const command = { id: fixtureId(1), kind: 'make-admin', decidedAt: fixtureNow.toISOString(), error: null } as const;
    expect(whyNot('revoke-user', row(1, { pending: [{ ...command, state: 'sending' }] }), as(administrator))).toMatch(
      /on its way/u,
    );
    expect(
      whyNot('revoke-user', row(1, { pending: [{ ...command, state: 'refused' }] }), as(administrator)),
    ).toBeNull();
  });

  it('never empties the last administrator’s seat, and does not guess while the count is unknown', () => {
    const last = row(1, { role: 'administrator' });
    expect(whyNot('revoke-user', last, as(administrator, 1))).toMatch(/last administrator/u);
    expect(whyNot('revoke-user', last, as(administrator, null))).toBeNull();
  });
});

describe('a plan for several users', () => {
  it('leaves one administrator when all are selected', () => {
    const all = [1, 2, 3].map((n) => row(n, { role: 'administrator' }));
    const { allowed, skipped } = planFor('revoke-user', all, as(administrator, 3));
    expect(allowed.map(({ id }) => id)).toEqual([fixtureId(1001), fixtureId(1002)]);
    expect(skipped).toHaveLength(1);
    expect(skipped[0]?.why).toMatch(/last administrator/u);
  });

  it('leaves one administrator when all would become users', () => {
    const all = [1, 2].map((n) => row(n, { role: 'administrator' }));
    const demoted: Access = { role: 'user', permissions: [] };
    expect(planFor('edit-role-and-permissions', all, as(administrator, 2), demoted).skipped).toEqual([
      { user: all[1], why: 'Somebody has to stay administrator.' },
    ]);
    expect(planFor('edit-role-and-permissions', all, as(administrator, 2), administrator).skipped).toEqual([]);
  });
});
