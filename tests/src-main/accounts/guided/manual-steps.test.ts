import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import type { StepResult } from '../../../../src-shared/domain/kept-by-hand.ts';
import { id } from '../../support/fixtures.ts';
import { settle } from '../../support/fake-schedule.ts';
import { guidedDesk } from '../../support/guided-fixtures.ts';

const done = (over: Partial<Extract<StepResult, { outcome: 'done' }>> = {}): StepResult => ({
  outcome: 'done',
  doneOn: '2026-03-02',
  reference: null,
  note: null,
  ...over,
});
const revoke = (subjectId: string): Intent => ({ kind: 'revoke-user', subjectId, payload: { reason: 'Left' } });
const makeAdmin = (subjectId: string): Intent => ({ kind: 'make-admin', subjectId, payload: {} });

const setUp = async () => {
  const desk = await guidedDesk();
  const ada = await desk.keepUser('ada@example.com', 1);
  const ben = await desk.keepUser('ben@example.com', 2);
  const decide = async (...intents: Intent[]) => {
    const answer = desk.decisions.submit(desk.organizationId, intents);
    if (!answer.ok) throw new Error(answer.error.code);
    await settle();
    return answer.value.commandIds;
  };
  const record = async (commandId: string | undefined, result: StepResult) => {
    const answer = desk.guided.steps.record(commandId ?? '', result);
    await settle();
    return answer;
  };
  return { ...desk, ada, ben, decide, record };
};

describe('a decision about a guided organization', () => {
  it('waits as a step to do by hand, without noise, and can be taken back', async () => {
    const { decide, decisions, organizationId, ada, accounts, accountId, byEmail, guided } = await setUp();
    const [command] = await decide(revoke(ada));
    expect(decisions.list(organizationId)).toMatchObject([{ state: 'waiting', byHand: true }]);
    expect(byEmail('ada@example.com')).toMatchObject({ status: 'active', pending: [{ byHand: true }] });
    expect(accounts.syncState(accountId)).toMatchObject({ value: { phase: 'idle', waiting: 1, error: null } });
    expect(guided.steps.list(organizationId)).toMatchObject({
      value: { steps: [{ email: 'ada@example.com', firstName: 'Uma', blocked: false }] },
    });
    expect(decisions.undo(command ?? '')).toEqual({ ok: true });
    expect(decisions.list(organizationId)).toEqual([]);
  });

  it('takes effect once it is recorded, leaves the overlay, and is on record', async () => {
    const { decide, record, decisions, organizationId, ada, byEmail, records } = await setUp();
    const [command] = await decide(revoke(ada));
    expect(await record(command, done({ doneOn: '2026-03-01', reference: 'A-7', note: 'By phone' }))).toEqual({
      ok: true,
    });
    expect(byEmail('ada@example.com')).toMatchObject({ status: 'revoked', pending: [], changedBy: 'Noor Haddad' });
    expect(decisions.list(organizationId)).toEqual([]);
    expect(records()[0]).toMatchObject({
      what: 'revoke-user',
      subject: 'Uma User',
      outcome: 'done',
      doneOn: '2026-03-01',
      recordedAt: '2026-03-02T08:00:00.000Z',
      reference: 'A-7',
      note: 'By phone',
    });
    expect(await record(command, done())).toEqual({ ok: false, error: { code: 'not_found' } });
  });

  it('that could not be done stays with its reason until it is dismissed, and changes nothing', async () => {
    const { decide, record, decisions, organizationId, ada, byEmail, records } = await setUp();
    const [command] = await decide(revoke(ada));
    await record(command, { outcome: 'not-done', reason: 'The page was down' });
    expect(byEmail('ada@example.com')).toMatchObject({ status: 'active' });
    expect(decisions.list(organizationId)).toMatchObject([
      { state: 'refused', error: { code: 'step_not_done', reason: 'The page was down' } },
    ]);
    expect(records()[0]).toMatchObject({ outcome: 'not-done', note: 'The page was down' });
    expect(decisions.dismiss(command ?? '').ok).toBe(true);
  });

  it('is done in any order about different people, in its order about one', async () => {
    const { decide, record, decisions, organizationId, ada, ben, byEmail } = await setUp();
    const [first, second, third] = await decide(makeAdmin(ada), revoke(ada), revoke(ben));
    expect(await record(third, done())).toEqual({ ok: true });
    expect(byEmail('ben@example.com').status).toBe('revoked');
    expect(await record(second, done())).toEqual({ ok: false, error: { code: 'step_blocked' } });
    await record(first, done());
    await record(second, done());
    expect(byEmail('ada@example.com')).toMatchObject({ status: 'revoked', role: 'administrator' });
    expect(decisions.list(organizationId)).toEqual([]);
  });

  it('falls with the one that it counted on', async () => {
    const { decide, record, decisions, organizationId, ada } = await setUp();
    const [first] = await decide(makeAdmin(ada), revoke(ada));
    await record(first, { outcome: 'not-done', reason: 'No right to' });
    expect(decisions.list(organizationId).map(({ error }) => error?.code)).toEqual([
      'step_not_done',
      'earlier_refused',
    ]);
  });

  it('is not recorded for a day that has not come yet, nor for a command that is not there', async () => {
    const { decide, record, ada, byEmail } = await setUp();
    const [command] = await decide(revoke(ada));
    expect(await record(command, done({ doneOn: '2026-03-03' }))).toMatchObject({ error: { code: 'invalid_input' } });
    expect(byEmail('ada@example.com').status).toBe('active');
    expect(await record(id(999_999), done())).toEqual({ ok: false, error: { code: 'not_found' } });
  });

  it('invites, resends and cancels', async () => {
    const { decide, record, organizationId, people } = await setUp();
    const invitation = () =>
      people.invitationsPage({ organizationId, search: '', after: null, skip: 0, limit: 9, statuses: [] }).rows[0];
    const payload = {
      email: 'new@example.com',
      firstName: 'New',
      lastName: 'Person',
      role: 'user' as const,
      permissions: ['eligibility' as const],
    };
    const subjectId = id(777_000);
    const [invite] = await decide({ kind: 'invite-user', subjectId, payload });
    expect(invitation()).toMatchObject({ version: 0, pending: [{ byHand: true }] });
    await record(invite, done());
    expect(invitation()).toMatchObject({ version: 1, status: 'sent', invitedBy: 'Noor Haddad', pending: [] });
    const [again] = await decide({ kind: 'resend-invitation', subjectId, payload: {} });
    await record(again, done());
    const [cancel] = await decide({ kind: 'cancel-invitation', subjectId, payload: {} });
    await record(cancel, done());
    expect(invitation()).toMatchObject({ version: 3, status: 'cancelled' });
  });

  it('approves a request, which makes the person a user, and denies another', async () => {
    const { decide, record, organizationId, people, guided, byEmail } = await setUp();
    const ask = (number: number, email: string) => {
      const person = { firstName: 'Ria', lastName: 'Quest', phone: null, status: 'pending' as const };
      guided.people.keep({ organizationId, person: { kind: 'access-request', id: id(number), email, ...person } });
    };
    ask(888_001, 'ria@example.com');
    ask(888_002, 'rob@example.com');
    await settle();
    const [approve, deny] = await decide(
      {
        kind: 'approve-access-request',
        subjectId: id(888_001),
        payload: { role: 'user', permissions: ['eligibility'] },
      },
      { kind: 'deny-access-request', subjectId: id(888_002), payload: { reason: 'Unknown' } },
    );
    await record(deny, done());
    await record(approve, done());
    expect(byEmail('ria@example.com')).toMatchObject({ status: 'active', permissions: ['eligibility'] });
    const page = people.accessRequestsPage({
      organizationId,
      search: '',
      after: null,
      skip: 0,
      limit: 9,
      statuses: [],
    });
    expect(page.rows.map(({ email, status, reason }) => [email, status, reason]).toSorted()).toEqual([
      ['ria@example.com', 'approved', null],
      ['rob@example.com', 'denied', 'Unknown'],
    ]);
  });

  it('restores, and edits role and permissions', async () => {
    const { decide, record, ada, byEmail } = await setUp();
    for (const intent of [
      revoke(ada),
      { kind: 'restore-user', subjectId: ada, payload: {} } as const,
      {
        kind: 'edit-role-and-permissions',
        subjectId: ada,
        payload: { role: 'user', permissions: ['remittances'] },
      } as const,
    ] satisfies Intent[]) {
      const [command] = await decide(intent);
      await record(command, done());
    }
    expect(byEmail('ada@example.com')).toMatchObject({ status: 'active', permissions: ['remittances'], version: 4 });
  });

  it('is listed and recorded only where an account keeps the organization by hand', async () => {
    const { guided } = await setUp();
    expect(guided.steps.list(id(42_424_242))).toEqual({ ok: false, error: { code: 'not_permitted' } });
  });
});
