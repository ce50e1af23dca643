import type { Account } from '../../../src-shared/domain/account.ts';
import { dayOf, type GuidedDeadline } from '../../../src-shared/domain/guided-deadline.ts';
import type { GuidedRecord } from '../../../src-shared/domain/guided-record.ts';
import { withDefault } from '../../../src-shared/domain/with-default.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { DeskAccount } from '../../../src-shared/ipc/accounts.ts';
import type { ProcedureInput as Input, ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { deadlinesOfRegistration } from '../../../src-shared/portals/guided-deadlines.ts';
import { guidedSteps, namesOrganization, recordFields } from '../../../src-shared/portals/guided-steps.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { checkedAnswers, inFuture, newOrganization, recordOf } from '../../connectors/guided/new-organization.ts';
import { momentOn } from '../../connectors/guided/moment-on.ts';
import { deskAccount } from '../account-directory.ts';
import { guidedAccount, nameOf, type GuidedDesk } from './guided-desk.ts';

/** Accounts at portals that have only a web site, with their records and deadlines. */
export interface GuidedAccounts {
  register(input: Input<'guided.register'>): Result<DeskAccount>;
  records(input: Input<'guided.records'>): Result<ProcedureOutput<'guided.records'>>;
  keepNote(input: Input<'guided.keepNote'>): Result<void>;
  deadlines(accountId: string): Result<ProcedureOutput<'guided.deadlines'>>;
  addDeadline(input: Input<'guided.addDeadline'>): Result<void>;
  endDeadline(input: Input<'guided.endDeadline'>): Result<void>;
}

const recordsPerPage = 50;

export function createGuidedAccounts(desk: GuidedDesk): GuidedAccounts {
  const { cache, directory, running, now, newId, onChanged } = desk;

  function entry(account: Account, part: Pick<GuidedRecord, 'what' | 'subject'> & Partial<GuidedRecord>): GuidedRecord {
    return {
      id: newId(),
      accountId: account.id,
      organizationId: null,
      outcome: 'done',
      doneOn: dayOf(now()),
      recordedAt: now().toISOString(),
      recordedBy: nameOf(account),
      reference: null,
      note: null,
      ...part,
    };
  }

  function enter(account: Account, record: GuidedRecord, deadlines: readonly GuidedDeadline[]): Result<void> {
    cache.guided.enter(account.id, { record, deadlines });
    onChanged(account.id);
    return ok(undefined);
  }

  function kept(accountId: string): Result<DeskAccount> {
    const cached = directory.find(accountId);
    return cached === null ? fail({ code: 'not_found' }) : ok(deskAccount(cached));
  }

  return {
    register({ portalId, id, task, answers }) {
      if (directory.find(id) !== null) return kept(id);
      const portal = findPortal(portalId);
      if (portal === undefined) return fail({ code: 'not_found' });
      const checked = checkedAnswers(portal, task, answers, now());
      if (!checked.ok) return checked;
      const account = accountOf(id, portalId, checked.value, now());
      const isTaken = directory
        .list()
        .accounts.some(({ account: other }) => other.portalId === portalId && other.email === account.email);
      if (isTaken) return fail(invalidInput([{ path: 'email', code: 'taken' }]));
      const doneOn = textOf(checked.value, recordFields.doneOn);
      const what = task === 'registration' ? 'registration' : 'account-kept';
      const record = recordOf(
        { account, organizationId: null, what, subject: portal.name, answers: checked.value },
        desk,
      );
      const deadlines = deadlinesOfRegistration(portal, { doneOn, newId });
      cache.accounts.save(account, '', 'guided');
      cache.guided.enter(id, { record, deadlines });
      if (namesOrganization(portal, guidedSteps(portal, task))) {
        const made = newOrganization({ portal, task, account, linkedId: newId(), answers: checked.value }, desk);
        const { id: organizationId, name } = made.linked.organization;
        const linked = recordOf(
          { account, organizationId, what: 'link-account', subject: name, answers: checked.value },
          desk,
        );
        cache.guided.addOrganization(id, made.linked, made.people, { record: linked, deadlines: made.deadlines });
        // the window opens on it; the sync says the same in a moment
        cache.accounts.saveLinkedAccounts(id, withDefault([made.linked]));
      }
      directory.activate(id);
      const cached = directory.find(id);
      if (cached !== null) running.start(cached);
      onChanged(id);
      return kept(id);
    },

    records({ accountId, organizationId, skip }) {
      const account = guidedAccount(desk, accountId);
      return account.ok ? ok(cache.guided.records(accountId, organizationId, skip, recordsPerPage)) : account;
    },

    keepNote({ accountId, organizationId, note }) {
      const account = guidedAccount(desk, accountId);
      if (!account.ok) return account;
      if (organizationId !== null && cache.guided.accountOf(organizationId) !== accountId)
        return fail({ code: 'not_found' });
      return enter(account.value, entry(account.value, { what: 'note', subject: '', organizationId, note }), []);
    },

    deadlines(accountId) {
      const account = guidedAccount(desk, accountId);
      return account.ok ? ok({ deadlines: cache.guided.deadlines(accountId) }) : account;
    },

    addDeadline({ accountId, id, label, dueOn }) {
      const account = guidedAccount(desk, accountId);
      if (!account.ok) return account;
      const deadline = { id, kind: 'own', label, dueOn, endedOn: null } as const;
      const record = entry(account.value, { what: 'note', subject: label, note: `Deadline: ${dueOn}` });
      return enter(account.value, record, [deadline]);
    },

    endDeadline({ accountId, deadlineId, doneOn }) {
      const account = guidedAccount(desk, accountId);
      if (!account.ok) return account;
      const deadline = cache.guided.deadlines(accountId).find(({ id }) => id === deadlineId);
      if (deadline === undefined) return fail({ code: 'not_found' });
      if (doneOn > dayOf(now())) return fail(inFuture('doneOn'));
      const what = deadline.kind === 'unused-sign-in' ? 'sign-in' : 'deadline-met';
      const record = entry(account.value, { what, subject: deadline.label, doneOn });
      return enter(account.value, record, [{ ...deadline, endedOn: doneOn }]);
    },
  };
}

const textOf = (answers: Answers, id: string): string => {
  const answer = answers[id];
  return typeof answer === 'string' ? answer : '';
};

const accountOf = (id: string, portalId: string, answers: Answers, now: Date): Account => ({
  id,
  portalId,
  email: textOf(answers, 'email'),
  firstName: textOf(answers, 'firstName'),
  lastName: textOf(answers, 'lastName'),
  status: 'active',
  username: null,
  authenticatorSince: null,
  expiresAt: null,
  migrationDueAt: null,
  createdAt: momentOn(textOf(answers, recordFields.doneOn), now),
});
