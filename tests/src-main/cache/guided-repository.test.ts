import { describe, expect, it } from 'vitest';
import type { GuidedRecord } from '../../../src-shared/domain/guided-record.ts';
import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { account, accountId, id, linkedAccount, moment, organizationId, revoke, user } from '../support/fixtures.ts';
import { temporaryCache } from '../support/temporary-cache.ts';

const organization = organizationId(1);
const person = (number: number, version = 1): FeedRecord => ({ kind: 'user', entity: { ...user(number), version } });
const record = (number: number, over: Partial<GuidedRecord> = {}): GuidedRecord => ({
  id: id(900 + number),
  accountId: accountId(1),
  organizationId: organization,
  what: 'note',
  subject: '',
  outcome: 'done',
  doneOn: '2026-03-02',
  recordedAt: moment,
  recordedBy: 'Ada Admin',
  reference: null,
  note: `Note ${String(number)}`,
  ...over,
});

const setUp = () => {
  const cache = temporaryCache();
  cache.accounts.save(account(), '', 'guided');
  const entry = { record: record(0), deadlines: [] };
  cache.guided.addOrganization(accountId(1), linkedAccount(), [person(1), person(2)], entry);
  return { cache, books: cache.guided };
};

const decide = ({ cache }: ReturnType<typeof setUp>, number: number): string => {
  const commandId = id(number);
  const records = [person(1), person(2)];
  cache.feed.applySnapshotPage(organization, { records, next: null, position: 3, total: 2, loaded: 2 });
  const command = { id: commandId, organizationId: organization, decidedAt: moment, intent: revoke(1) };
  expect(cache.outbox.enqueue(accountId(1), organization, [command])).toMatchObject({ ok: true });
  return commandId;
};

describe('what is kept by hand', () => {
  it('has a feed without a gap, the organization first', () => {
    const { books } = setUp();
    expect(books.put(organization, [person(3), person(1, 2)])).toBe(5);
    const told = books.changes(organization, 0, 100);
    if (told === null || told === 'truncated') throw new Error('There are changes');
    expect(told.changes.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(told.more).toBe(false);
    expect(books.snapshot(organization, null, 100)).toMatchObject({ position: 5, total: 4, next: null });
    expect(books.find(organization, 'user', user(1).id)).toEqual(person(1, 2));
    expect(books.userByEmail(organization, user(3).email)?.id).toBe(user(3).id);
  });

  it('answers null about an organization that is not kept here, and keeps nothing of it', () => {
    const { books } = setUp();
    expect(books.changes(organizationId(2), 0, 1)).toBeNull();
    expect(books.snapshot(organizationId(2), null, 1)).toBeNull();
    expect(books.accountOf(organizationId(2))).toBeNull();
    expect(() => books.put(organizationId(2), [person(1)])).toThrow();
  });

  it('settles a step once: effect, outcome and record together, and the command may go', () => {
    const desk = setUp();
    const { cache, books } = desk;
    const commandId = decide(desk, 7);
    expect(cache.outbox.next(accountId(1), organization)).toBeNull();
    expect(cache.outbox.organizationsToSend(accountId(1))).toEqual([]);
    expect(cache.outbox.list(organization)).toMatchObject([{ byHand: true }]);
    const step = {
      commandId,
      organizationId: organization,
      records: [person(1, 2)],
      refusal: null,
      record: record(1, { what: 'revoke-user' }),
    };
    expect(books.settle(step)).toBe(true);
    expect(books.settle(step)).toBe(false);
    expect(books.outcome(commandId)).toEqual({ status: 'applied', commandId, version: 2, position: 4 });
    expect(cache.outbox.next(accountId(1), organization)?.command.id).toBe(commandId);
    expect(cache.outbox.undo(commandId)).toEqual({ ok: false, error: { code: 'command_in_flight' } });
    expect(books.records(accountId(1), organization, 0, 10)).toMatchObject({
      total: 2,
      records: [{ what: 'revoke-user' }, {}],
    });
  });

  it('keeps why a step could not be done, without a change', () => {
    const desk = setUp();
    const commandId = decide(desk, 8);
    const refusal = { code: 'step_not_done', reason: 'Page down' } as const;
    desk.books.settle({ commandId, organizationId: organization, records: [], refusal, record: record(1) });
    expect(desk.books.outcome(commandId)).toEqual({ status: 'refused', commandId, error: refusal });
    expect(desk.books.snapshot(organization, null, 1)?.position).toBe(3);
  });

  it('holds no command of an account that has a service', () => {
    const { cache } = setUp();
    cache.accounts.save(account(2), 'https://portal.example');
    const records = [person(1)];
    cache.feed.applySnapshotPage(organization, { records, next: null, position: 1, total: 1, loaded: 1 });
    const command = { id: id(9), organizationId: organization, decidedAt: moment, intent: revoke(1) };
    cache.outbox.enqueue(accountId(2), organization, [command]);
    expect(cache.outbox.next(accountId(2), organization)?.command.id).toBe(id(9));
  });

  it('lists records newest first, by pages, of one organization or all', () => {
    const { books } = setUp();
    for (const number of [1, 2, 3]) {
      books.enter(accountId(1), { record: record(number, { organizationId: null }), deadlines: [] });
    }
    expect(books.records(accountId(1), null, 1, 2).records.map(({ note }) => note)).toEqual(['Note 2', 'Note 1']);
    expect(books.records(accountId(1), organization, 0, 9)).toMatchObject({ total: 1 });
  });

  it('brings a deadline up to date instead of keeping it twice, the next one first', () => {
    const { books } = setUp();
    const deadline = { id: id(70), kind: 'own', label: 'Late', dueOn: '2026-06-01', endedOn: null } as const;
    const early = { ...deadline, id: id(71), label: 'Early', dueOn: '2026-04-01' };
    books.enter(accountId(1), { record: record(1), deadlines: [deadline, early] });
    books.enter(accountId(1), { record: record(2), deadlines: [{ ...deadline, endedOn: '2026-05-01' }] });
    expect(books.deadlines(accountId(1))).toEqual([early, { ...deadline, endedOn: '2026-05-01' }]);
  });

  it('goes with its account, and an account keeps its mode when it is saved again', () => {
    const { cache, books } = setUp();
    cache.accounts.save(account(1, { lastName: 'Renamed' }), '');
    expect(cache.accounts.find(accountId(1))?.mode).toBe('guided');
    cache.accounts.remove(accountId(1));
    expect(books.accountOf(organization)).toBeNull();
    expect(books.records(accountId(1), null, 0, 9).total).toBe(0);
    expect(books.linkedAccounts(accountId(1))).toEqual([]);
  });
});
