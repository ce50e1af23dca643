import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../src-shared/domain/account.ts';
import { userSchema } from '../../../../src-shared/domain/user.ts';
import { readUser } from '../../../../src-portal/features/users/read-user.ts';
import { tellSignIn } from '../../../../src-portal/features/users/tell-sign-in.ts';
import { callPortal } from '../../call-portal.ts';
import { goodPassword, openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';

let portal: PortalFixture;
let people: People;
let account: Account;
let user: Member;

beforeAll(async () => {
  portal = await openPortalFixture();
});
beforeEach(async () => {
  people = await createPeople({ database: portal.context.database, kind: portal.context.settings.database });
  account = await portal.addAccount();
  user = await people.addMember({ accountId: account.id });
  portal.chance.advance(60_000);
});
afterAll(() => portal.close());

const changesOf = (organizationId = people.organizationId) =>
  portal.context.database
    .selectFrom('change')
    .select(['op', 'kind', 'entity', 'position'])
    .where('organization_id', '=', organizationId)
    .orderBy('position')
    .execute();

/** Answers when. */
async function signIn(): Promise<string> {
  const started = await callPortal(portal, 'POST', '/sign-ins', {
    body: { username: account.email, password: goodPassword, device: 'Desk' },
  });
  const signInPath = `/sign-ins/${String(started.body['signInId'])}`;
  await callPortal(portal, 'POST', `${signInPath}/passcodes`);
  const code = /^\d{6}$/mu.exec((await portal.emailTo(account.email)).text)?.[0];
  const done = await callPortal(portal, 'POST', `${signInPath}/verification`, { body: { method: 'email', code } });
  expect(done.status).toBe(201);
  await portal.worker.runDueJobs();
  return portal.chance.now().toISOString();
}

describe('a sign-in', () => {
  it('reaches the user table and the feed, and leaves version and last change alone', async () => {
    const before = await readUser(portal.context.database, user.userId);
    expect(before.lastSignInAt).toBeNull();
    const lastSignInAt = await signIn();
    const after = { ...before, lastSignInAt };
    expect(await readUser(portal.context.database, user.userId)).toEqual(after);
    expect(await changesOf()).toEqual([{ op: 'put', kind: 'user', entity: after, position: 1 }]);
    expect(userSchema.parse(after)).toEqual(after);
  });

  it('is told each time', async () => {
    const first = await signIn();
    portal.chance.advance(3_600_000);
    const second = await signIn();
    const told = (await changesOf()).map(({ entity }) => userSchema.parse(entity));
    expect(told.map(({ lastSignInAt, version }) => [lastSignInAt, version])).toEqual([
      [first, 1],
      [second, 1],
    ]);
  });

  it('does not stand in the way of a decision that was made before it', async () => {
    const administrator = await people.addAdministrator();
    const { version } = await readUser(portal.context.database, user.userId);
    await signIn();
    const outcome = await people.outcomeOf(
      administrator,
      { kind: 'revoke-user', subjectId: user.userId, payload: { reason: null } },
      version,
    );
    expect(outcome).toMatchObject({ status: 'applied', version: version + 1 });
  });
});

describe('who is told', () => {
  it.each([
    ['active', 1],
    ['pending', 1],
    ['denied', 0],
    ['revoked', 0],
  ] as const)('an organization where the account is %s: %i change', async (status, count) => {
    const organizationId = await people.addOrganization();
    await people.addMember({ accountId: account.id, organizationId, status });
    await tellSignIn(portal.context, account.id);
    expect(await changesOf(organizationId)).toHaveLength(count);
    expect(await changesOf()).toHaveLength(1);
  });

  it('nobody, where the account has no organization', async () => {
    await tellSignIn(portal.context, (await portal.addAccount()).id);
    expect(await changesOf()).toEqual([]);
  });
});
