import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { submitCommand } from '../../../../src-portal/features/commands/submit-command.ts';
import { readUser } from '../../../../src-portal/features/users/read-user.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
let people: People;
let administrator: Member;
let user: Member;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

beforeEach(async () => {
  people = await createPeople(opened);
  administrator = await people.addAdministrator();
  user = await people.addMember({ permissions: ['eligibility', 'claims-status'] });
  await opened.database.deleteFrom('job').execute();
});

const revoke = (member: Member, reason: string | null = null): Intent => ({
  kind: 'revoke-user',
  subjectId: member.userId,
  payload: { reason },
});
const edit = (payload: Extract<Intent, { kind: 'edit-role-and-permissions' }>['payload']): Intent => ({
  kind: 'edit-role-and-permissions',
  subjectId: user.userId,
  payload,
});

async function sessionEnd(member: Member) {
  const { ended_at: endedAt, end_reason: reason } = await opened.database
    .selectFrom('session')
    .select(['ended_at', 'end_reason'])
    .where('id', '=', member.caller.sessionId)
    .executeTakeFirstOrThrow();
  return { ended: endedAt !== null, reason };
}

async function lastChange() {
  return opened.database
    .selectFrom('change')
    .select(['op', 'kind', 'entity_id', 'entity'])
    .where('organization_id', '=', people.organizationId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

describe('make-admin', () => {
  it('C12: gives every permission of the portal, puts the user into the feed, and tells them', async () => {
    await people.outcomeOf(administrator, { kind: 'make-admin', subjectId: user.userId, payload: {} });
    const now = await readUser(opened.database, user.userId);
    expect(now).toMatchObject({ role: 'administrator', permissions: cca.permissions, version: 2 });
    expect(now).toMatchObject({
      changedBy: administrator.caller.name,
      changedAt: people.context.chance.now().toISOString(),
    });
    expect(await lastChange()).toEqual({ op: 'put', kind: 'user', entity_id: user.userId, entity: now });
    expect(await people.emails()).toMatchObject([{ to: user.email }]);
  });
});

describe('revoke-user', () => {
  it('ends the sessions of somebody who has no other access, with words for them', async () => {
    await people.addSession(user);
    await people.outcomeOf(administrator, revoke(user, 'You left on Friday'));
    expect(await sessionEnd(user)).toEqual({ ended: true, reason: 'revoked' });
    expect(await readUser(opened.database, user.userId)).toMatchObject({ status: 'revoked' });
    const [email] = await people.emails();
    expect(email?.to).toBe(user.email);
    expect(JSON.stringify(email?.letter)).toContain('You left on Friday');
  });

  it('leaves the sessions of somebody who also belongs elsewhere', async () => {
    await people.addMember({ organizationId: await people.addOrganization(), accountId: user.accountId });
    await people.addSession(user);
    await people.outcomeOf(administrator, revoke(user));
    expect(await sessionEnd(user)).toEqual({ ended: false, reason: null });
  });

  // an embedded database runs one transaction at a time
  it.runIf(process.env['TEST_DATABASE_URL'] !== undefined)(
    'ends them when two organizations take the access away at the same time',
    async () => {
      const elsewhere = await people.addOrganization();
      const there = await people.addMember({ organizationId: elsewhere, role: 'administrator' });
      const same = await people.addMember({ organizationId: elsewhere, accountId: user.accountId });
      await people.addSession(user);
      const command = people.command(revoke(same), { organizationId: elsewhere });
      const started = await opened.database.transaction().execute(async (transaction) => {
        const account = transaction.selectFrom('account').select('id').where('id', '=', user.accountId);
        await account.forUpdate().execute();
        const both = Promise.all([
          people.submit(administrator, revoke(user)),
          submitCommand(people.context, there.caller, elsewhere, command),
        ]);
        // each has revoked its own membership and wants to know whether there is another
        await vi.waitFor(async () => {
          const { rows } = await sql`select 1 from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`.execute(opened.database);
          expect(rows).toHaveLength(2);
        }, 10_000);
        return { both };
      });
      expect(await started.both).toMatchObject([{ value: { status: 'applied' } }, { value: { status: 'applied' } }]);
      expect((await sessionEnd(user)).ended).toBe(true);
    },
  );

  it('ends them when the other access is only wished for', async () => {
    const organizationId = await people.addOrganization();
    await people.addMember({ organizationId, accountId: user.accountId, status: 'pending' });
    await people.addSession(user);
    await people.outcomeOf(administrator, revoke(user));
    expect((await sessionEnd(user)).ended).toBe(true);
  });

  it('lets an administrator step back who is not the last', async () => {
    const other = await people.addAdministrator();
    expect(await people.outcomeOf(other, revoke(other))).toMatchObject({ status: 'applied' });
  });
});

describe('restore-user', () => {
  it.each([
    ['an administrator as one', 'administrator', cca.permissions],
    ['a user with the permissions that they had', 'user', ['remittances']],
  ] as const)('brings back %s', async (_name, role, permissions) => {
    const member = await people.addMember({ role, permissions: [...permissions] });
    await people.outcomeOf(administrator, revoke(member));
    const restore: Intent = { kind: 'restore-user', subjectId: member.userId, payload: {} };
    expect(await people.outcomeOf(administrator, restore, 2)).toMatchObject({ status: 'applied', version: 3 });
    expect(await readUser(opened.database, member.userId)).toMatchObject({ status: 'active', role, permissions });
  });

  it('forgets the reason of the revocation', async () => {
    await people.outcomeOf(administrator, revoke(user, 'Left'));
    await people.outcomeOf(administrator, { kind: 'restore-user', subjectId: user.userId, payload: {} }, 2);
    const row = await opened.database
      .selectFrom('membership')
      .select('status_reason')
      .where('id', '=', user.userId)
      .executeTakeFirstOrThrow();
    expect(row.status_reason).toBeNull();
  });
});

describe('edit-role-and-permissions', () => {
  it('C12: sets exactly what was chosen', async () => {
    await people.outcomeOf(administrator, edit({ role: 'user', permissions: ['remittances', 'manage-users'] }));
    expect(await readUser(opened.database, user.userId)).toMatchObject({
      role: 'user',
      permissions: ['remittances', 'manage-users'],
    });
    expect(await people.emails()).toEqual([]);
  });

  it('gives an administrator everything, whatever was ticked, and tells them', async () => {
    await people.outcomeOf(administrator, edit({ role: 'administrator', permissions: ['remittances'] }));
    expect(await readUser(opened.database, user.userId)).toMatchObject({ permissions: cca.permissions });
    expect(await people.emails()).toHaveLength(1);
  });

  it('raises the version even when nothing differs, because devices count on it', async () => {
    const same = edit({ role: 'user', permissions: ['eligibility', 'claims-status'] });
    expect(await people.outcomeOf(administrator, same)).toMatchObject({ status: 'applied', version: 2 });
  });
});
