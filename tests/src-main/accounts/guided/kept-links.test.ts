import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import type { LinkedAccountStatus } from '../../../../src-shared/domain/statuses.ts';
import { accountId, id } from '../../support/fixtures.ts';
import { settle } from '../../support/fake-schedule.ts';
import { registration } from '../../support/guided-fixtures.ts';
import { runningDesk } from '../../support/running-desk.ts';

const account = { accountId: accountId(7) };

/** An account at Provider Central with one organization, associated by the route on March 1; it is March 2. */
async function associated(route: string) {
  const desk = runningDesk();
  const person = { firstName: 'Lee', lastName: 'Park', email: 'lee@example.com', recordDoneOn: '2026-02-01' };
  const kept = registration({ portalId: 'provider-central', task: 'account-kept', answers: person });
  expect(desk.guided.accounts.register(kept)).toMatchObject({ ok: true });
  await settle();
  const link = async (number: number, organizationNumber: string) => {
    const claims = [1, 2].map((claim) => [
      [`claim${String(claim)}AdvisoryDate`, '2026-01-05'],
      [`claim${String(claim)}ClaimNumber`, `C${String(claim)}`],
      [`claim${String(claim)}PatientLastName`, 'Stone'],
      [`claim${String(claim)}FirstDateOfService`, '2026-01-02'],
      [`claim${String(claim)}CheckNumber`, `K${String(claim)}`],
    ]);
    const answers = {
      ...(Object.fromEntries(claims.flat()) as Record<string, string>),
      organizationNumber,
      taxId: '04-3182657',
      associationRoute: route,
      organizationName: 'Harborview',
      recordDoneOn: '2026-03-01',
    };
    const linked = await desk.accounts.link({ ...account, id: id(number), answers });
    if (!linked.ok) throw new Error(JSON.stringify(linked.error));
    await settle();
    return linked.value;
  };
  const first = await link(900, '1234567893');
  const linked = (place = 0) => desk.accounts.list().accounts[0]?.linkedAccounts[place];
  const status = async (to: LinkedAccountStatus, since: string, note: string | null = null) => {
    const kept = { status: to, since, note };
    const answer = desk.guided.links.recordStatus({ ...account, linkedAccountId: first.id, kept });
    await settle();
    return answer;
  };
  const organizationId = first.organization.id;
  const users = () =>
    desk.people
      .usersPage({
        organizationId,
        search: '',
        after: null,
        skip: 0,
        limit: 9,
        roles: [],
        statuses: [],
        sort: { column: 'email', direction: 'ascending' },
      })
      .rows.map(({ email }) => email);
  return { ...desk, organizationId, link, linked, status, users };
}

const openDeadlines = (desk: Awaited<ReturnType<typeof associated>>) =>
  desk.cache.guided.deadlines(accountId(7)).flatMap(({ kind, dueOn, endedOn }) => {
    return kind === 'pin' && endedOn === null ? [dueOn] : [];
  });

describe('an association that is kept by hand', () => {
  it('D8: waits for the PIN by mail, whose 60 days count, and opens nothing until it was entered', async () => {
    const desk = await associated('mailed-pin');
    expect(desk.linked()).toMatchObject({ status: 'awaiting-pin', pin: { triesLeft: 5 } });
    expect(desk.linked()?.pin?.expiresAt?.slice(0, 10)).toBe('2026-04-30');
    expect(openDeadlines(desk)).toEqual(['2026-03-11', '2026-04-30']);
    expect(desk.listener.told.filter((told) => told.startsWith('guided'))).toHaveLength(2);
    expect(desk.accounts.activateLinkedAccount(accountId(7), id(900))).toMatchObject({ ok: false });
    expect(desk.decisions.submit(desk.organizationId, [])).toEqual({ ok: false, error: { code: 'not_permitted' } });
    expect(desk.users()).toEqual([]);

    expect(await desk.status('active', '2026-03-02', 'Entered')).toEqual({ ok: true });
    expect(desk.linked()).toMatchObject({ status: 'active', version: 2 });
    expect(desk.linked()?.pin).toBeUndefined();
    expect(desk.linked()?.waits?.length).toBeGreaterThan(0);
    expect(openDeadlines(desk)).toEqual([]);
    expect(desk.users()).toEqual(['lee@example.com']);
    expect(desk.cache.guided.records(accountId(7), null, 0, 1).records).toMatchObject([
      { what: 'linked-status', status: 'active', subject: 'Harborview', doneOn: '2026-03-02', note: 'Entered' },
    ]);
  });

  it('D6: waits for the administrator, who may deny it', async () => {
    const desk = await associated('administrator');
    expect(desk.linked()).toMatchObject({ status: 'awaiting-administrator' });
    expect(openDeadlines(desk)).toEqual([]);
    await desk.status('denied', '2026-03-02', 'We do not know you');
    expect(desk.linked()).toMatchObject({ status: 'denied', statusReason: 'We do not know you' });
  });

  it('D7: is active at once by the claims, and closed again once it is revoked', async () => {
    const desk = await associated('claims');
    expect(desk.linked()).toMatchObject({ status: 'active', isDefault: true });
    expect(desk.users()).toEqual(['lee@example.com']);
    await desk.status('revoked', '2026-03-02');
    expect(desk.users()).toEqual([]);
    expect(desk.decisions.submit(desk.organizationId, [])).toMatchObject({ error: { code: 'not_permitted' } });
    await desk.status('awaiting-pin', '2026-03-02');
    expect(openDeadlines(desk)).toEqual(['2026-03-12', '2026-05-01']);
    await desk.status('awaiting-pin', '2026-03-01');
    expect(openDeadlines(desk)).toEqual(['2026-03-11', '2026-04-30']);
    await desk.status('active', '2026-03-02');
    expect(desk.users()).toEqual(['lee@example.com']);
  });

  it('takes no day that has not come, and nothing that is not kept here', async () => {
    const desk = await associated('claims');
    expect(await desk.status('denied', '2026-03-03')).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'kept.since', code: 'in_future' }] },
    });
    const kept = { status: 'denied', since: '2026-03-01', note: null } as const;
    const record = desk.guided.links.recordStatus;
    expect(record({ ...account, linkedAccountId: id(5), kept })).toMatchObject({ error: { code: 'not_found' } });
    expect(record({ accountId: accountId(8), linkedAccountId: id(900), kept })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(desk.linked()?.status).toBe('active');
  });

  it('D9: has a nickname, and one default among several', async () => {
    const desk = await associated('claims');
    const second = await desk.link(901, '1245319599');
    const prefer = (linkedAccountId: string, nickname: string | null, isDefault: boolean) =>
      desk.accounts.setPreferences({ ...account, linkedAccountId, nickname, isDefault });
    expect(await prefer(second.id, 'Harbor', true)).toEqual({ ok: true });
    expect([desk.linked(0), desk.linked(1)]).toMatchObject([
      { nickname: null, isDefault: false },
      { nickname: 'Harbor', isDefault: true },
    ]);
    await desk.accounts.refreshLinkedAccounts(accountId(7));
    expect(desk.linked(1)).toMatchObject({ nickname: 'Harbor', isDefault: true });
    await prefer(second.id, null, false);
    expect([desk.linked(0)?.isDefault, desk.linked(1)?.isDefault]).toEqual([true, false]);
    expect(await prefer(id(5), null, true)).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('D10: a billing agency that is kept by hand', () => {
  const summit = { id: id(950), name: 'Summit Medical Billing', city: 'Worcester', state: 'MA' };
  const add: Intent = { kind: 'add-billing-agency', subjectId: id(951), payload: { agencyId: summit.id } };
  const done = { outcome: 'done', doneOn: '2026-03-02', reference: 'B-1', note: null } as const;

  it('is added once that was done on the web site, denied, and added again', async () => {
    const desk = await associated('claims');
    const { organizationId } = desk;
    const rows = () => desk.billingAgencies.page({ organizationId, limit: 9 }).rows;
    const carryOut = async (intent: Intent) => {
      const decided = desk.decisions.submit(organizationId, [intent]);
      await settle();
      const steps = desk.guided.steps.list(organizationId);
      expect(rows()).toMatchObject([{ name: summit.name, pending: [{ byHand: true }] }]);
      const [commandId = ''] = decided.ok ? decided.value.commandIds : [];
      expect(desk.guided.steps.record(commandId, done)).toEqual({ ok: true });
      await settle();
      return steps;
    };
    expect(desk.guided.links.keepAgency({ organizationId, agency: summit })).toEqual({ ok: true });
    expect(rows()).toEqual([]);
    const agency = { name: summit.name, city: 'Worcester', state: 'MA' };
    expect(await carryOut(add)).toMatchObject({ value: { steps: [{ firstName: '', agency }] } });
    expect(rows()).toMatchObject([{ ...agency, status: 'active', version: 1, pending: [] }]);
    const deny: Intent = { kind: 'deny-billing-agency', subjectId: id(951), payload: { reason: 'Contract ended' } };
    expect(await carryOut(deny)).toMatchObject({ value: { steps: [{ agency }] } });
    expect(rows()).toMatchObject([{ status: 'denied', reason: 'Contract ended', activeSince: null }]);
    await carryOut(add);
    expect(rows()).toMatchObject([{ status: 'active', version: 3, changedBy: 'Lee Park', reason: null }]);
    expect(desk.cache.guided.records(accountId(7), organizationId, 0, 1).records).toMatchObject([
      { what: 'add-billing-agency', subject: summit.name, reference: 'B-1' },
    ]);
  });

  it('could not be added: it is not in the list', async () => {
    const desk = await associated('claims');
    const { organizationId } = desk;
    desk.guided.links.keepAgency({ organizationId, agency: summit });
    const decided = desk.decisions.submit(organizationId, [add]);
    const [commandId = ''] = decided.ok ? decided.value.commandIds : [];
    desk.guided.steps.record(commandId, { outcome: 'not-done', reason: 'Not in their directory' });
    await settle();
    desk.decisions.dismiss(commandId);
    expect(desk.billingAgencies.page({ organizationId, limit: 9 }).rows).toEqual([]);
  });

  it('is kept only where an account keeps the organization by hand', async () => {
    const desk = await associated('claims');
    expect(desk.guided.links.keepAgency({ organizationId: id(5), agency: summit })).toMatchObject({
      error: { code: 'not_permitted' },
    });
  });
});
