import Fastify, { type FastifyInstance } from 'fastify';
import { Window } from 'happy-dom';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invitationLifeMs } from '../../../../src-shared/domain/invitation.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { invitationPages } from '../../../../src-portal/features/invitations/invitation-pages.ts';
import { readInvitation } from '../../../../src-portal/features/invitations/read-invitation.ts';
import { selectUsers } from '../../../../src-portal/features/users/read-user.ts';
import { createPasswordVerifier } from '../../../../src-portal/identity/password-hash.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

const address = '/portals/cca/pages/accept-invitation';
const entered = {
  firstName: 'Nia',
  lastName: 'Newman',
  password: 'three quiet owls',
  passwordAgain: 'three quiet owls',
  providerAgreement: 'on',
};

let opened: OpenDatabase;
let people: People;
let administrator: Member;
let app: FastifyInstance;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

beforeEach(async () => {
  people = await createPeople(opened);
  administrator = await people.addAdministrator();
  await opened.database.deleteFrom('job').execute();
  await opened.database.deleteFrom('account').where('email', 'like', 'nia%').execute();
  app = Fastify();
  await app.register(invitationPages(people.context));
});
afterEach(() => app.close());

async function invite(email = 'nia@example.test') {
  const invitationId = people.context.chance.newId();
  await people.outcomeOf(administrator, {
    kind: 'invite-user',
    subjectId: invitationId,
    payload: { email, firstName: 'Nia', lastName: 'New', role: 'user', permissions: ['remittances'] },
  });
  const url = (await people.emails()).at(-1)?.letter.action?.url ?? '';
  return { invitationId, token: new URL(url).searchParams.get('token') ?? '' };
}

async function show(response: Promise<{ statusCode: number; body: string }>) {
  const { statusCode, body } = await response;
  const { document } = new Window();
  document.write(body);
  return { status: statusCode, body, document, title: document.querySelector('h1')?.textContent };
}
const get = (token: string) => show(app.inject({ url: `${address}?token=${token}` }));
const post = (form: Record<string, string>) =>
  show(
    app.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    }),
  );

const users = (email: string) =>
  selectUsers(opened.database)
    .where('membership.organization_id', '=', people.organizationId)
    .where('account.email', '=', email)
    .execute();
const account = (email: string) =>
  opened.database.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirstOrThrow();

describe('the page of somebody without an account', () => {
  it('says who invites to what, and asks for name, password and agreement', async () => {
    const { token } = await invite();
    const { status, document, body } = await get(token);
    expect(status).toBe(200);
    expect(body).toContain(administrator.caller.name);
    expect(body).toContain('Beacon Street Medical Group');
    const labels = [...document.querySelectorAll('label')].map((label) => label.textContent.trim());
    expect(labels).toEqual([
      'First Name',
      'Last Name',
      'Password',
      'Password again',
      'I confirm the Provider Agreement',
    ]);
    for (const label of document.querySelectorAll('label[for]')) {
      expect(document.getElementById(label.getAttribute('for') ?? '')).not.toBeNull();
    }
    expect(document.querySelector('#firstName')?.getAttribute('value')).toBe('Nia');
    expect(document.querySelector('button')?.textContent).toBe('Accept invitation');
    expect(body).toContain(cca.registration.steps.find((step) => step.agreement)?.agreement?.paragraphs[0]);
  });

  it('changes nothing by being opened, however often', async () => {
    const { token, invitationId } = await invite();
    for (let time = 0; time < 3; time += 1) expect((await get(token)).status).toBe(200);
    expect((await readInvitation(opened.database, invitationId)).status).toBe('sending');
    expect(await users('nia@example.test')).toEqual([]);
  });

  it('makes the account, confirmed, and the user as invited, and records the agreement', async () => {
    const { token, invitationId } = await invite();
    const done = await post({ ...entered, token });
    expect(done).toMatchObject({ status: 200, title: 'Invitation accepted' });
    const row = await account('nia@example.test');
    expect(row).toMatchObject({
      first_name: 'Nia',
      last_name: 'Newman',
      email_verified_at: people.context.chance.now(),
    });
    const verifier = createPasswordVerifier(people.context);
    expect(await verifier.matches(row.password_hash, entered.password)).toBe(true);
    expect(await users('nia@example.test')).toMatchObject([
      {
        role: 'user',
        permissions: ['remittances'],
        status: 'active',
        version: 1,
        changed_by: administrator.caller.name,
      },
    ]);
    expect(await readInvitation(opened.database, invitationId)).toMatchObject({
      status: 'accepted',
      changedBy: 'Nia Newman',
    });
    const agreed = await opened.database
      .selectFrom('agreement_acceptance')
      .select(['agreement_id', 'organization_id'])
      .where('account_id', '=', row.id)
      .execute();
    expect(agreed).toEqual([{ agreement_id: 'provider-agreement', organization_id: people.organizationId }]);
    const kinds = await opened.database
      .selectFrom('change')
      .select(['kind', 'op'])
      .where('organization_id', '=', people.organizationId)
      .orderBy('position')
      .execute();
    expect(kinds.map(({ kind }) => kind)).toEqual(['invitation', 'invitation', 'invitation', 'user']);
  });

  it('serves once, also for two at the same moment', async () => {
    const { token } = await invite();
    const both = await Promise.all([post({ ...entered, token }), post({ ...entered, token })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    expect(await users('nia@example.test')).toHaveLength(1);
    expect((await get(token)).title).toBe('This invitation has been accepted');
  });

  it('says beside each field what is wrong, and keeps what was entered, but no password', async () => {
    const { token } = await invite();
    const form = { ...entered, firstName: '', lastName: 'O"Hara <b>', passwordAgain: 'three quiet cats', token };
    const { status, document, body } = await post(form);
    expect(status).toBe(400);
    expect(document.querySelector('[role=alert]')).not.toBeNull();
    const problemOf = (id: string) => document.getElementById(`${id}-problem`)?.textContent;
    expect(problemOf('firstName')).toBe('Enter First Name.');
    expect(problemOf('passwordAgain')).toBe('The two passwords differ.');
    expect(problemOf('lastName')).toBeUndefined();
    const field = document.getElementById('passwordAgain');
    expect(field?.getAttribute('aria-invalid')).toBe('true');
    expect(field?.getAttribute('aria-describedby')).toBe('passwordAgain-problem');
    expect(document.getElementById('lastName')?.getAttribute('value')).toBe('O"Hara <b>');
    expect(document.getElementById('providerAgreement')?.hasAttribute('checked')).toBe(true);
    expect(body).not.toContain('quiet');
    expect(body).not.toContain('<b>');
  });

  it.each([
    ['password', { password: 'short', passwordAgain: 'short' }, 'Use at least 8 characters.'],
    ['password', { password: 'aaaaaaaaaaaa', passwordAgain: 'aaaaaaaaaaaa' }, /first that an intruder tries/u],
    ['password', { password: 'nia.bergstrom1', passwordAgain: 'nia.bergstrom1' }, /contains your email/u],
    ['lastName', { lastName: 'x'.repeat(81) }, 'Last Name is too long.'],
  ])('refuses a bad %s', async (field, wrong, text) => {
    const { token } = await invite('nia.bergstrom@example.test');
    const { status, document } = await post({ ...entered, ...wrong, token });
    expect(status).toBe(400);
    expect(document.getElementById(`${field}-problem`)?.textContent).toMatch(text);
  });

  it('wants the agreement', async () => {
    const { token } = await invite();
    const { providerAgreement: _unticked, ...rest } = entered;
    const { status, document } = await post({ ...rest, token });
    expect(status).toBe(400);
    expect(document.getElementById('providerAgreement-problem')?.textContent).toBe('Please confirm to go on.');
  });

  it('replaces all that a stranger laid ready under the address without confirming it', async () => {
    const stranger = {
      first_name: 'Mal',
      last_name: 'Lory',
      phone: '4135550123',
      password_hash: 'known to the stranger',
    };
    const at = people.context.chance.now();
    await opened.database
      .insertInto('account')
      .values({
        id: people.context.chance.newId(),
        portal_id: cca.id,
        email: 'nia@example.test',
        created_at: at,
        ...stranger,
      })
      .execute();
    const { token } = await invite();
    expect((await get(token)).document.querySelector('#password')).not.toBeNull();
    await post({ ...entered, token });
    const row = await account('nia@example.test');
    expect(row).toMatchObject({ first_name: 'Nia', last_name: 'Newman', phone: null });
    expect(row.password_hash).toMatch(/^\$argon2id\$/u);
  });
});

describe('the page of somebody with an account', () => {
  it('asks for no more than a yes, and links the account', async () => {
    const member = await people.addMember({ organizationId: await people.addOrganization() });
    const { token, invitationId } = await invite(member.email);
    const { document } = await get(token);
    expect(document.querySelectorAll('input:not([type=hidden])')).toHaveLength(0);
    expect(await post({ token })).toMatchObject({ status: 200, title: 'Invitation accepted' });
    expect(await users(member.email)).toMatchObject([{ status: 'active', permissions: ['remittances'] }]);
    expect((await readInvitation(opened.database, invitationId)).changedBy).toBe(member.caller.name);
  });

  it.each(['revoked', 'denied'] as const)(
    'makes somebody who was %s a user again, one version further',
    async (status) => {
      const member = await people.addMember({ status, role: 'administrator' });
      const { token } = await invite(member.email);
      await post({ token });
      expect(await users(member.email)).toMatchObject([
        { id: member.userId, status: 'active', role: 'user', version: 2 },
      ]);
    },
  );

  it('settles a request for access that came in the meantime', async () => {
    const organizationId = await people.addOrganization();
    const member = await people.addMember({ organizationId });
    const { token } = await invite(member.email);
    const requester = await people.addRequester();
    await opened.database
      .updateTable('membership')
      .set({ account_id: member.accountId })
      .where('id', '=', requester.userId)
      .execute();
    await post({ token });
    const request = await opened.database
      .selectFrom('access_request')
      .select(['status', 'version'])
      .where('id', '=', requester.requestId)
      .executeTakeFirstOrThrow();
    expect(request).toEqual({ status: 'withdrawn', version: 2 });
    expect(await users(member.email)).toMatchObject([{ id: requester.userId, status: 'active', version: 2 }]);
  });

  it('takes nothing from somebody who became a user meanwhile', async () => {
    const member = await people.addMember({ organizationId: await people.addOrganization() });
    const { token } = await invite(member.email);
    await people.addMember({ accountId: member.accountId, role: 'administrator' });
    expect((await post({ token })).status).toBe(200);
    expect(await users(member.email)).toMatchObject([{ role: 'administrator', version: 1 }]);
  });
});

describe('a link that leads nowhere', () => {
  it.each([
    ['cancelled', 'This invitation has been cancelled'],
    ['failed', 'This invitation has to be sent again'],
  ] as const)('is told so when the invitation is %s', async (status, title) => {
    const { token, invitationId } = await invite();
    await opened.database.updateTable('invitation').set({ status }).where('id', '=', invitationId).execute();
    expect(await get(token)).toMatchObject({ status: 410, title });
    expect(await post({ ...entered, token })).toMatchObject({ status: 410, title });
    expect(await users('nia@example.test')).toEqual([]);
  });

  it('is told so after seven days', async () => {
    const { token } = await invite();
    people.context.chance.advance(invitationLifeMs);
    expect(await get(token)).toMatchObject({ status: 410, title: 'This invitation has expired' });
    expect(await post({ ...entered, token })).toMatchObject({ status: 410 });
  });

  it.each(['', 'x', 'a'.repeat(43), 'a'.repeat(5000), '%00'])(
    'is told so for a token that nobody issued',
    async (token) => {
      expect(await get(token)).toMatchObject({ status: 404, title: 'This link no longer works' });
    },
  );

  it('is told so without a form that can be read', async () => {
    expect(await post({})).toMatchObject({ status: 404 });
  });

  it('is none of a portal that is not hosted here', async () => {
    const response = await app.inject({ url: '/portals/other/pages/accept-invitation?token=x' });
    expect(response.json()).toEqual({ error: { code: 'not_found' } });
  });
});
