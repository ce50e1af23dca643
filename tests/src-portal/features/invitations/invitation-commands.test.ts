import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import { invitationLifeMs } from '../../../../src-shared/domain/invitation.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { expireInvitations } from '../../../../src-portal/features/invitations/expire-invitations.ts';
import { findOpenInvitation } from '../../../../src-portal/features/invitations/find-open-invitation.ts';
import { readInvitation } from '../../../../src-portal/features/invitations/read-invitation.ts';
import { recordInvitationDelivery } from '../../../../src-portal/features/invitations/record-delivery.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
let people: People;
let administrator: Member;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

beforeEach(async () => {
  people = await createPeople(opened);
  administrator = await people.addAdministrator();
  await opened.database.deleteFrom('job').execute();
});

const nia = { email: 'nia@example.test', firstName: 'Nia', lastName: 'New', role: 'user', permissions: [] } as const;
const invite = (payload: Partial<Extract<Intent, { kind: 'invite-user' }>['payload']> = {}): Intent => ({
  kind: 'invite-user',
  subjectId: people.context.chance.newId(),
  payload: { ...nia, permissions: ['eligibility'], ...payload },
});
const resend = (subjectId: string): Intent => ({ kind: 'resend-invitation', subjectId, payload: {} });
const cancel = (subjectId: string): Intent => ({ kind: 'cancel-invitation', subjectId, payload: {} });
const read = (id: string) => readInvitation(opened.database, id);
const open = (token: string) => findOpenInvitation(people.context, opened.database, cca.id, token);

async function tokens(): Promise<string[]> {
  const emails = await people.emails();
  return emails.map(({ letter }) => new URL(letter.action?.url ?? '').searchParams.get('token') ?? '');
}

const deliver = (id: string) =>
  opened.database
    .transaction()
    .execute((transaction) => recordInvitationDelivery(transaction, people.context, id, { status: 'sent' }));

describe('invite-user', () => {
  it('C10: keeps the invitation, puts it into the feed and queues its email with a link that opens it', async () => {
    const intent = invite();
    expect(await people.outcomeOf(administrator, intent)).toMatchObject({ status: 'applied', version: 1, position: 1 });
    const now = people.context.chance.now();
    expect(await read(intent.subjectId)).toMatchObject({
      version: 1,
      email: 'nia@example.test',
      status: 'sending',
      invitedBy: administrator.caller.name,
      expiresAt: new Date(now.getTime() + invitationLifeMs).toISOString(),
    });
    const [email] = await people.emails();
    expect(email).toMatchObject({
      to: 'nia@example.test',
      followUp: { kind: 'invitation', invitationId: intent.subjectId },
    });
    expect(email?.letter.action?.url).toMatch(
      /^https:\/\/portal\.example\.test\/portals\/cca\/pages\/accept-invitation\?token=[\w-]{43}$/u,
    );
    expect(await open((await tokens())[0] ?? '')).toMatchObject({ ok: true, value: { hasAccount: false } });
  });

  it('keeps no token, only its hash', async () => {
    await people.outcomeOf(administrator, invite());
    const [token] = await tokens();
    const rows = await opened.database.selectFrom('link_token').select('token_hash').execute();
    expect(rows.map((row) => row.token_hash)).not.toContain(token);
  });

  it.each(['pending', 'active'] as const)('refuses the address of a user who is %s', async (status) => {
    const member = await people.addMember({ status });
    const outcome = await people.outcomeOf(administrator, invite({ email: member.email }));
    expect(outcome).toMatchObject({ error: { code: 'already_a_user' } });
    expect(await people.emails()).toEqual([]);
  });

  it.each(['denied', 'revoked'] as const)('takes the address of somebody who was %s', async (status) => {
    const member = await people.addMember({ status });
    const outcome = await people.outcomeOf(administrator, invite({ email: member.email }));
    expect(outcome).toMatchObject({ status: 'applied' });
  });

  it('refuses an address with an open invitation, and takes it again after a cancellation', async () => {
    const first = invite();
    await people.outcomeOf(administrator, first);
    expect(await people.outcomeOf(administrator, invite())).toMatchObject({ error: { code: 'already_invited' } });
    await people.outcomeOf(administrator, cancel(first.subjectId), 1);
    expect(await people.outcomeOf(administrator, invite())).toMatchObject({ status: 'applied' });
  });

  it('closes one whose seven days are over on the way', async () => {
    const first = invite();
    await people.outcomeOf(administrator, first);
    await deliver(first.subjectId);
    people.context.chance.advance(invitationLifeMs);
    expect(await people.outcomeOf(administrator, invite())).toMatchObject({ status: 'applied' });
    expect(await read(first.subjectId)).toMatchObject({ status: 'expired', changedBy: null });
  });

  it('of two at once for one address one is applied', async () => {
    const other = await people.addAdministrator();
    const outcomes = await Promise.all([people.outcomeOf(administrator, invite()), people.outcomeOf(other, invite())]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['applied', 'refused']);
  });

  it('does not take an id that is in use, nor a version that cannot be', async () => {
    const first = invite();
    await people.outcomeOf(administrator, first);
    const again = { ...invite({ email: 'other@example.test' }), subjectId: first.subjectId } as Intent;
    expect(await people.outcomeOf(administrator, again)).toMatchObject({ error: { code: 'version_conflict' } });
    expect(await people.outcomeOf(administrator, invite(), 1)).toMatchObject({ error: { code: 'invalid_input' } });
  });

  it("does not take another organization's invitation's id, and tells nothing of it", async () => {
    const elsewhere = await createPeople(opened);
    const taken = await elsewhere.addInvitation();
    const outcome = await people.outcomeOf(administrator, { ...invite(), subjectId: taken } as Intent);
    expect(outcome).toMatchObject({ status: 'refused' });
    expect(outcome).toHaveProperty('error', {
      code: 'invalid_input',
      fields: [{ path: 'subjectId', code: 'duplicate' }],
    });
  });
});

describe('resend-invitation', () => {
  it('sends a new link for another seven days; the old one is void', async () => {
    const intent = invite();
    await people.outcomeOf(administrator, intent);
    await deliver(intent.subjectId);
    people.context.chance.advance(3 * 86_400_000);
    expect(await people.outcomeOf(administrator, resend(intent.subjectId), 2)).toMatchObject({ version: 3 });
    expect(await read(intent.subjectId)).toMatchObject({
      status: 'sending',
      expiresAt: new Date(people.context.chance.now().getTime() + invitationLifeMs).toISOString(),
    });
    const [first = '', second = ''] = await tokens();
    expect(await open(first)).toEqual({ ok: false, error: 'unknown' });
    expect(await open(second)).toMatchObject({ ok: true });
  });

  it('forgets an earlier failure', async () => {
    const id = await people.addInvitation({ status: 'failed', failure: 'mailbox_refused', failure_detail: '550' });
    await people.outcomeOf(administrator, resend(id));
    expect(await read(id)).toMatchObject({ status: 'sending', failure: null, failureDetail: null });
  });

  it('is refused when the address has become a user, or has a newer invitation', async () => {
    const member = await people.addMember();
    const toUser = await people.addInvitation({ status: 'expired', email: member.email });
    expect(await people.outcomeOf(administrator, resend(toUser))).toMatchObject({ error: { code: 'already_a_user' } });
    const old = await people.addInvitation({ status: 'expired', email: 'nia@example.test' });
    await people.outcomeOf(administrator, invite());
    expect(await people.outcomeOf(administrator, resend(old))).toMatchObject({ error: { code: 'already_invited' } });
  });
});

describe('cancel-invitation', () => {
  it('makes the link void', async () => {
    const intent = invite();
    await people.outcomeOf(administrator, intent);
    expect(await people.outcomeOf(administrator, cancel(intent.subjectId), 1)).toMatchObject({ version: 2 });
    expect(await read(intent.subjectId)).toMatchObject({ status: 'cancelled', changedBy: administrator.caller.name });
    expect(await open((await tokens())[0] ?? '')).toEqual({ ok: false, error: 'cancelled' });
  });
});

describe('what the portal does by itself is no conflict', () => {
  it('a cancellation decided while the email was on its way holds after its delivery', async () => {
    const other = await people.addAdministrator();
    const intent = invite();
    await people.outcomeOf(administrator, intent);
    await deliver(intent.subjectId);
    expect((await read(intent.subjectId)).version).toBe(2);
    expect(await people.outcomeOf(other, cancel(intent.subjectId), 1)).toMatchObject({ status: 'applied', version: 3 });
  });

  it('a queue of own decisions holds although the email was delivered between them', async () => {
    const id = await people.addInvitation({ status: 'failed' });
    await people.outcomeOf(administrator, resend(id), 1);
    await deliver(id);
    expect((await read(id)).version).toBe(3);
    expect(await people.outcomeOf(administrator, cancel(id), 2)).toMatchObject({ status: 'applied', version: 4 });
  });

  it('nor although the portal did something before the first of them', async () => {
    const id = await people.addInvitation();
    people.context.chance.advance(invitationLifeMs);
    await expireInvitations(people.context);
    expect(await people.outcomeOf(administrator, resend(id), 1)).toMatchObject({ status: 'applied', version: 3 });
    expect(await people.outcomeOf(administrator, cancel(id), 2)).toMatchObject({ status: 'applied', version: 4 });
  });

  it("somebody else's decision still is one", async () => {
    const other = await people.addAdministrator();
    const intent = invite();
    await people.outcomeOf(administrator, intent);
    await deliver(intent.subjectId);
    people.context.chance.advance(60_000);
    await people.outcomeOf(other, resend(intent.subjectId), 2);
    await deliver(intent.subjectId);
    expect(await people.outcomeOf(administrator, cancel(intent.subjectId), 2)).toMatchObject({
      error: { code: 'version_conflict', currentStatus: 'sent' },
    });
    expect(await people.outcomeOf(administrator, cancel(intent.subjectId), 3)).toMatchObject({ status: 'applied' });
  });

  it('a version that does not exist yet is a conflict, also for the one who decided last', async () => {
    const intent = invite();
    await people.outcomeOf(administrator, intent);
    expect(await people.outcomeOf(administrator, cancel(intent.subjectId), 2)).toMatchObject({
      error: { code: 'version_conflict' },
    });
  });
});
