import type { GuidedDeadline } from '../../src-shared/domain/guided-deadline.ts';
import type { GuidedRecord } from '../../src-shared/domain/guided-record.ts';
import { ok } from '../../src-shared/result.ts';
import type { FakeDesk, FakeWorld, Handlers } from './fake-desk.ts';
import { fixtureId, fixtureNow, user } from './fixtures.ts';

type Names = Extract<keyof Handlers, `guided.${string}`>;

/** What is kept by hand in the fake main process. */
export interface FakeBooks {
  records: GuidedRecord[];
  deadlines: GuidedDeadline[];
}

export const emptyBooks = (): FakeBooks => ({ records: [], deadlines: [] });

export function guidedHandlers(world: FakeWorld, emit: FakeDesk['emit']): Pick<Handlers, Names> {
  const { guided } = world;
  const changed = (accountId: string) => {
    emit('guided.changed', { accountId });
    return ok({});
  };
  const record = (over: Partial<GuidedRecord>): GuidedRecord => ({
    id: fixtureId(8000 + guided.records.length),
    accountId: world.activeAccountId ?? '',
    organizationId: null,
    what: 'note',
    subject: '',
    outcome: 'done',
    doneOn: '2026-03-04',
    recordedAt: fixtureNow.toISOString(),
    recordedBy: 'Anna Berg',
    reference: null,
    note: null,
    ...over,
  });
  return {
    'guided.register': () => ok(world.signsIn.desk),
    'guided.steps': ({ organizationId }) =>
      ok({
        steps: world.outbox
          .filter((item) => item.organizationId === organizationId && item.byHand === true)
          .map((item, place, all) => {
            const known = world.users.find(({ id }) => id === item.intent.subjectId) ?? user(1);
            const { email, firstName, lastName } = item.intent.kind === 'invite-user' ? item.intent.payload : known;
            const blocked = all.slice(0, place).some(({ intent }) => intent.subjectId === item.intent.subjectId);
            return { item, email, firstName, lastName, blocked };
          }),
      }),
    'guided.recordStep': ({ commandId, result }) => {
      const item = world.outbox.find(({ id }) => id === commandId);
      world.outbox = world.outbox.filter(({ id }) => id !== commandId);
      if (item === undefined) return ok({});
      const done = result.outcome === 'done' ? result : { doneOn: '2026-03-04', reference: null, note: result.reason };
      const { doneOn, reference, note } = done;
      const { kind: what, subjectName: subject, organizationId } = item;
      const made = { what, subject, organizationId, outcome: result.outcome, doneOn, reference, note };
      guided.records = [record(made), ...guided.records];
      emit('people.changed', { organizationId });
      return changed(world.activeAccountId ?? '');
    },
    'guided.records': ({ organizationId, skip }) => {
      const all = guided.records.filter((each) => organizationId === null || each.organizationId === organizationId);
      return ok({ records: all.slice(skip, skip + 50), total: all.length });
    },
    'guided.keepNote': ({ accountId, organizationId, note }) => {
      guided.records = [record({ organizationId, note }), ...guided.records];
      return changed(accountId);
    },
    'guided.keepPerson': () => ok({}),
    'guided.keepAgency': ({ agency }) => {
      world.listedAgencies = [...world.listedAgencies, { ...agency, isRegistered: true }];
      return ok({});
    },
    'guided.recordStatus': ({ accountId, linkedAccountId, kept: { status, since, note } }) => {
      world.accounts = world.accounts.map((desk) => ({
        ...desk,
        linkedAccounts: desk.linkedAccounts.map((each) => (each.id === linkedAccountId ? { ...each, status } : each)),
      }));
      guided.records = [record({ what: 'linked-status', status, doneOn: since, note }), ...guided.records];
      emit('accounts.changed', {});
      return changed(accountId);
    },
    'guided.importUsers': ({ users }) => ok({ added: users.length, updated: 0, unchanged: 0 }),
    'guided.deadlines': () => ok({ deadlines: guided.deadlines }),
    'guided.addDeadline': ({ accountId, id, label, dueOn }) => {
      guided.deadlines = [...guided.deadlines, { id, kind: 'own', label, dueOn, endedOn: null }];
      return changed(accountId);
    },
    'guided.endDeadline': ({ accountId, deadlineId, doneOn }) => {
      guided.deadlines = guided.deadlines.map((each) => (each.id === deadlineId ? { ...each, endedOn: doneOn } : each));
      return changed(accountId);
    },
    'guided.copy': () => ok({}),
  };
}
