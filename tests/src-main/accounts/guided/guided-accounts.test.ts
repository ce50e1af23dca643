import { describe, expect, it } from 'vitest';
import { portals } from '../../../../src-shared/portals/catalogue.ts';
import { guidedSteps, withoutSecretFields } from '../../../../src-shared/portals/guided-steps.ts';
import { accountId, id } from '../../support/fixtures.ts';
import { settle } from '../../support/fake-schedule.ts';
import { guidedDesk, ccaAnswers, registration } from '../../support/guided-fixtures.ts';
import { runningDesk } from '../../support/running-desk.ts';
import { hostPortal } from '../../../portal-answers/host-portal.ts';
import { sixthPortal } from '../../../portal-answers/sixth-portal.ts';

describe('registering in guided mode', () => {
  it('keeps the account, its organization, the person as its administrator, and the record', async () => {
    const desk = await guidedDesk();
    expect(desk.accounts.list()).toMatchObject({
      activeAccountId: accountId(7),
      accounts: [
        {
          mode: 'guided',
          state: 'signed-in',
          account: { email: 'noor.haddad@example.com', firstName: 'Noor', portalId: 'cca' },
          linkedAccounts: [
            {
              role: 'administrator',
              status: 'active',
              organization: { name: 'Harborview Family Medicine', providerId: 'G204417', taxIdLastFour: '2657' },
            },
          ],
        },
      ],
    });
    expect(desk.users().map(({ email, role }) => [email, role])).toEqual([
      ['noor.haddad@example.com', 'administrator'],
    ]);
    expect(desk.records().map(({ what, doneOn, reference }) => [what, doneOn, reference])).toEqual([
      ['link-account', '2026-03-01', 'REF-1'],
      ['registration', '2026-03-01', 'REF-1'],
    ]);
  });

  it('touches neither keychain nor network, and is always in step', async () => {
    const desk = await guidedDesk();
    desk.secrets.isLocked = true;
    desk.accounts.woke();
    await settle();
    expect(desk.asked).toEqual([]);
    expect(desk.accounts.syncState(accountId(7))).toMatchObject({ ok: true, value: { phase: 'idle', error: null } });
  });

  it('gives the same account for the same id, and refuses the address a second time', async () => {
    const { guided, accounts } = await guidedDesk();
    expect(guided.accounts.register(registration())).toMatchObject({ ok: true });
    expect(guided.accounts.register(registration({ id: accountId(8) }))).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'email', code: 'taken' }] },
    });
    expect(accounts.list().accounts).toHaveLength(1);
  });

  it.each([
    ['a day that has not come yet', { ...ccaAnswers, recordDoneOn: '2026-03-03' }, 'recordDoneOn', 'in_future'],
    ['no day', { ...ccaAnswers, recordDoneOn: '' }, 'recordDoneOn', 'required'],
    ['a field of the portal’s own', { ...ccaAnswers, zip: 'x' }, 'zip', 'zip_format'],
  ])('refuses %s', (_, answers, path, code) => {
    expect(runningDesk().guided.accounts.register(registration({ answers }))).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path, code }] },
    });
  });

  it('keeps no secret, even when it is handed one', async () => {
    const desk = runningDesk();
    const answers = { ...ccaAnswers, password: 'quiet maple lanterns', passwordAgain: 'quiet maple lanterns' };
    expect(desk.guided.accounts.register(registration({ answers })).ok).toBe(true);
    await settle();
    const kept = JSON.stringify([desk.accounts.list(), desk.cache.guided.records(accountId(7), null, 0, 9)]);
    expect(kept).not.toContain('lanterns');
  });

  it('takes no portal that is not in the catalogue', () => {
    expect(runningDesk().guided.accounts.register(registration({ portalId: 'nowhere' }))).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  it('keeps an account that was there before, without an organization until one is linked', async () => {
    const desk = runningDesk();
    const { firstName, lastName, email } = { firstName: 'Lee', lastName: 'Park', email: 'lee@example.com' };
    const answers = { firstName, lastName, email, recordDoneOn: '2026-01-05' };
    const kept = desk.guided.accounts.register(registration({ task: 'account-kept', answers }));
    expect(kept).toMatchObject({ ok: true, value: { linkedAccounts: [], mode: 'guided' } });
    await settle();
    const linked = await desk.accounts.link({ accountId: accountId(7), id: id(900), answers: { ...ccaAnswers } });
    expect(linked).toMatchObject({ ok: true, value: { organization: { providerId: 'G204417' } } });
    const again = await desk.accounts.link({ accountId: accountId(7), id: id(901), answers: { ...ccaAnswers } });
    expect(again).toEqual({ ok: false, error: { code: 'already_linked' } });
  });

  it('needs nothing of a portal but its definition', () => {
    for (const portal of [...portals, sixthPortal]) {
      for (const task of ['registration', 'account-kept', 'link-account'] as const) {
        const steps = guidedSteps(portal, task);
        const fields = steps.flatMap((step) => step.fields);
        expect(fields.map(({ kind }) => kind)).not.toContain('organization');
        expect(new Set(fields.map(({ id: field }) => field)).size).toBe(fields.length);
        expect(steps.at(-1)?.fields.map(({ id: field }) => field)).toContain('recordDoneOn');
        expect(
          withoutSecretFields(steps)
            .flatMap((step) => step.fields)
            .filter(({ secret }) => secret),
        ).toEqual([]);
      }
    }
  });
});

describe('deadlines', () => {
  it('A9: an unused sign-in expires after the days of the definition, and a use of it ends that', () => {
    const takeOut = hostPortal({ ...sixthPortal, unusedSignInDays: 60 });
    try {
      const desk = runningDesk();
      const { firstName, lastName, email } = { firstName: 'Lee', lastName: 'Park', email: 'lee@example.com' };
      const answers = { firstName, lastName, email, recordDoneOn: '2026-03-01' };
      desk.guided.accounts.register(registration({ portalId: sixthPortal.id, task: 'account-kept', answers }));
      const [deadline] = desk.cache.guided.deadlines(accountId(7));
      expect(deadline).toMatchObject({ kind: 'unused-sign-in', dueOn: '2026-04-30', endedOn: null });
      const deadlineId = deadline?.id ?? '';
      const input = { accountId: accountId(7), deadlineId };
      expect(desk.guided.accounts.endDeadline({ ...input, doneOn: '2026-03-03' })).toMatchObject({
        error: { fields: [{ path: 'doneOn', code: 'in_future' }] },
      });
      expect(desk.guided.accounts.endDeadline({ ...input, doneOn: '2026-03-02' })).toEqual({ ok: true });
      expect(desk.cache.guided.deadlines(accountId(7))).toMatchObject([{ endedOn: '2026-03-02' }]);
      expect(desk.cache.guided.records(accountId(7), null, 0, 1).records[0]).toMatchObject({ what: 'sign-in' });
    } finally {
      takeOut();
    }
  });

  it('can be added and met, and notes kept', async () => {
    const { guided, cache, records, organizationId } = await guidedDesk();
    const account = { accountId: accountId(7) };
    guided.accounts.addDeadline({ ...account, id: id(900), label: 'Renew', dueOn: '2026-05-01' });
    expect(guided.accounts.deadlines(accountId(7))).toMatchObject({ value: { deadlines: [{ label: 'Renew' }] } });
    guided.accounts.endDeadline({ ...account, deadlineId: id(900), doneOn: '2026-03-02' });
    expect(cache.guided.deadlines(accountId(7))).toMatchObject([{ endedOn: '2026-03-02' }]);
    guided.accounts.keepNote({ ...account, organizationId, note: 'Called them' });
    expect(records()[0]).toMatchObject({
      what: 'note',
      note: 'Called them',
      organizationId,
      recordedBy: 'Noor Haddad',
    });
    expect(guided.accounts.keepNote({ ...account, organizationId: id(5), note: 'x' })).toMatchObject({ ok: false });
  });
});

describe('an account that is kept by hand', () => {
  it('is not signed out, and is gone with everything when it is removed', async () => {
    const desk = await guidedDesk();
    expect(await desk.accounts.signOut(accountId(7))).toEqual({ ok: false, error: { code: 'not_permitted' } });
    expect(await desk.accounts.remove(accountId(7))).toMatchObject({ ok: true });
    expect(desk.accounts.list().accounts).toEqual([]);
    expect(desk.cache.guided.accountOf(desk.organizationId)).toBeNull();
    expect(desk.users()).toEqual([]);
    expect(desk.guided.accounts.deadlines(accountId(7))).toEqual({ ok: false, error: { code: 'not_found' } });
  });
});
