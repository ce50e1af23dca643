import { describe, expect, it } from 'vitest';
import { preparedStatements } from '../../../src-main/cache/sqlite.ts';
import { outboxRepository } from '../../../src-main/cache/outbox/outbox-repository.ts';
import { transactionsOf } from '../../../src-main/cache/transactions.ts';
import { commandSchema } from '../../../src-shared/domain/command.ts';
import { usersPage } from './page-inputs.ts';
import {
  accessRequest,
  command,
  idOf,
  intents,
  invitation,
  organizationId,
  otherOrganizationId,
  put,
  records,
  user,
} from './records.ts';
import { databaseOf, load, temporaryCache } from './temporary-cache.ts';

const me = idOf('account', 1);
const colleague = idOf('account', 2);

/** A cache that knows a few people. */
function stocked() {
  const { cache, file } = temporaryCache();
  const people = [
    records.user(user(1, { version: 3 })),
    records.user(user(2)),
    records.invitation(invitation(1, { version: 2 })),
    records.accessRequest(accessRequest(1)),
  ];
  load(cache, people, 10);
  const bases = () => {
    const waiting = [];
    for (const account of [me, colleague]) {
      for (let entry = cache.outbox.next(account, organizationId); entry !== null;) {
        waiting.push([entry.command.id, entry.command.baseVersion]);
        cache.outbox.markApplied(entry.command.id, 99);
        entry = cache.outbox.next(account, organizationId);
      }
    }
    return waiting;
  };
  return { cache, file, outbox: cache.outbox, bases };
}

describe('enqueueing', () => {
  it('keeps commands in order, each based on what those before it leave', () => {
    const { outbox, bases } = stocked();
    const done = outbox.enqueue(me, organizationId, [
      command(1, intents.revoke(1)),
      command(2, intents.invite(9)),
      command(3, intents.restore(1)),
      command(4, intents.cancelInvitation(9)),
      command(5, intents.cancelInvitation(1)),
      command(6, intents.deny(1)),
    ]);
    expect(done).toEqual({ ok: true, value: undefined });
    expect(outbox.enqueue(colleague, organizationId, [command(7, intents.makeAdmin(1))]).ok).toBe(true);
    expect(bases()).toEqual([3, 0, 4, 1, 2, 1, 5].map((base, place) => [idOf('command', place + 1), base]));
  });

  it('gives back the command that was decided', () => {
    const { outbox } = stocked();
    const decided = command(1, intents.invite(9));
    outbox.enqueue(me, organizationId, [decided]);
    const entry = outbox.next(me, organizationId);
    expect(entry).toEqual({ command: { ...decided, baseVersion: 0 }, accountId: me, state: 'waiting', error: null });
    expect(commandSchema.parse(entry?.command)).toEqual(entry?.command);
  });

  it('keeps all or none', () => {
    const { outbox } = stocked();
    const refused = outbox.enqueue(me, organizationId, [command(1, intents.revoke(1)), command(2, intents.revoke(77))]);
    expect(refused).toEqual({ ok: false, error: { code: 'not_found' } });
    expect(outbox.next(me, organizationId)).toBeNull();
    expect(outbox.counts(me)).toEqual({ waiting: 0, needsAttention: 0 });
  });

  it.each([
    ['another organization', intents.revoke(1), otherOrganizationId],
    ['an invitation that was refused', intents.cancelInvitation(9), organizationId],
    ['another kind of subject', { ...intents.deny(1), subjectId: idOf('user', 1) }, organizationId],
  ])('does not know the subject of %s', (_title, intent, of) => {
    const { outbox } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.invite(9))]);
    outbox.markRefused(idOf('command', 1), { code: 'already_invited' });
    expect(outbox.enqueue(me, of, [command(2, intent, of)])).toEqual({ ok: false, error: { code: 'not_found' } });
  });

  it('throws for a command of another organization or an id that is taken', () => {
    const { outbox } = stocked();
    expect(() => outbox.enqueue(me, organizationId, [command(1, intents.revoke(1), otherOrganizationId)])).toThrow(
      'not of this organization',
    );
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1))]);
    expect(() => outbox.enqueue(me, organizationId, [command(1, intents.restore(1))])).toThrow('UNIQUE');
  });

  it('does not count a refused command, nor one that the feed has overtaken', () => {
    const { cache, outbox, bases } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1)), command(2, intents.revoke(2))]);
    outbox.markRefused(idOf('command', 1), { code: 'version_conflict' });
    // the second took effect, its answer was lost, and the feed told of it first
    outbox.markSending(idOf('command', 2));
    outbox.markWaiting(idOf('command', 2));
    cache.feed.applyChanges(organizationId, [put(11, records.user(user(2, { version: 2, status: 'revoked' })))]);
    outbox.enqueue(me, organizationId, [command(3, intents.revoke(1)), command(4, intents.restore(2))]);
    expect(bases()).toEqual([
      [idOf('command', 2), 1],
      [idOf('command', 3), 3],
      [idOf('command', 4), 2],
    ]);
  });

  it('counts what the portal has done and the feed not yet told', () => {
    const { outbox, bases } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1))]);
    outbox.markSending(idOf('command', 1));
    outbox.markApplied(idOf('command', 1), 11);
    outbox.enqueue(me, organizationId, [command(2, intents.restore(1))]);
    expect(bases()).toEqual([[idOf('command', 2), 4]]);
  });

  it('tells that the disk is full, keeps nothing, and works again when there is room', () => {
    const { file, cache } = stocked();
    cache.close();
    const database = databaseOf(file);
    const outbox = outboxRepository(preparedStatements(database), transactionsOf(database));
    const many = Array.from({ length: 400 }, (_, n) => command(n, intents.invite(100 + n)));
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages}`);
    expect(outbox.enqueue(me, organizationId, many)).toEqual({ ok: false, error: { code: 'disk_full' } });
    expect(outbox.counts(me).waiting).toBe(0);
    database.pragma('max_page_count = 1000000');
    expect(outbox.enqueue(me, organizationId, many).ok).toBe(true);
    expect(outbox.counts(me).waiting).toBe(400);
  });
});

describe('sending', () => {
  it('takes the oldest first and goes on after a refusal, in each organization for itself', () => {
    const { cache, outbox } = stocked();
    load(cache, [records.user(user(5, { organizationId: otherOrganizationId }))], 1, otherOrganizationId);
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1)), command(2, intents.revoke(2))]);
    outbox.enqueue(me, otherOrganizationId, [command(3, intents.revoke(5), otherOrganizationId)]);
    expect(outbox.organizationsToSend(me)).toEqual([organizationId, otherOrganizationId]);
    expect(outbox.organizationsToSend(colleague)).toEqual([]);
    outbox.markSending(idOf('command', 1));
    expect(outbox.next(me, organizationId)).toMatchObject({ command: { id: idOf('command', 1) }, state: 'sending' });
    outbox.markRefused(idOf('command', 1), { code: 'version_conflict', changedBy: 'Bo Lund' });
    expect(outbox.next(me, organizationId)?.command.id).toBe(idOf('command', 2));
    outbox.markSending(idOf('command', 2));
    outbox.markWaiting(idOf('command', 2));
    expect(outbox.next(me, organizationId)).toMatchObject({ command: { id: idOf('command', 2) }, state: 'waiting' });
    outbox.markSending(idOf('command', 2));
    outbox.markApplied(idOf('command', 2), 12);
    expect(outbox.next(me, organizationId)).toBeNull();
    expect(outbox.next(me, otherOrganizationId)?.command.id).toBe(idOf('command', 3));
    expect(outbox.organizationsToSend(me)).toEqual([otherOrganizationId]);
    expect(outbox.counts(me)).toEqual({ waiting: 1, needsAttention: 1 });
  });

  it('does not call an answered command back', () => {
    const { outbox } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1))]);
    outbox.markRefused(idOf('command', 1), { code: 'not_permitted' });
    outbox.markWaiting(idOf('command', 1));
    expect(outbox.next(me, organizationId)).toBeNull();
  });

  it('does nothing about commands that are gone', () => {
    const { outbox } = stocked();
    const gone = idOf('command', 99);
    outbox.markSending(gone);
    outbox.markWaiting(gone);
    outbox.markApplied(gone, 1);
    outbox.markRefused(gone, { code: 'internal' });
    expect(outbox.list(organizationId)).toEqual([]);
  });
});

describe('the overlay', () => {
  const pendingOf = (cache: ReturnType<typeof stocked>['cache']) =>
    usersPage(cache).rows.map(({ pending }) => pending.map(({ kind, state }) => `${kind} ${state}`));

  it('lies over the row until the feed has brought the effect', () => {
    const { cache, outbox } = stocked();
    expect(pendingOf(cache)).toEqual([[], []]);
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1)), command(2, intents.restore(1))]);
    expect(pendingOf(cache)).toEqual([['revoke-user waiting', 'restore-user waiting'], []]);
    outbox.markSending(idOf('command', 1));
    expect(pendingOf(cache)[0]).toEqual(['revoke-user sending', 'restore-user waiting']);
    outbox.markApplied(idOf('command', 1), 12);
    expect(pendingOf(cache)[0]).toEqual(['revoke-user sending', 'restore-user waiting']);
    outbox.markRefused(idOf('command', 2), { code: 'last_administrator' });
    cache.feed.applyChanges(organizationId, [put(11, records.user(user(2, { version: 2 })))]);
    expect(pendingOf(cache)[0]).toHaveLength(2);
    cache.feed.applyChanges(organizationId, [put(12, records.user(user(1, { version: 4, status: 'revoked' })))]);
    expect(usersPage(cache).rows[0]).toMatchObject({
      status: 'revoked',
      pending: [
        { id: idOf('command', 2), kind: 'restore-user', state: 'refused', error: { code: 'last_administrator' } },
      ],
    });
  });

  it('is gone at once when the feed was faster than the answer', () => {
    const { cache, outbox } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1))]);
    outbox.markSending(idOf('command', 1));
    cache.feed.applyChanges(organizationId, [put(11, records.user(user(1, { version: 4 })))]);
    outbox.markApplied(idOf('command', 1), 11);
    expect(pendingOf(cache)[0]).toEqual([]);
  });

  it('is gone when a fresh load has passed the position', () => {
    const { cache, outbox } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1))]);
    cache.feed.restart(organizationId);
    outbox.markApplied(idOf('command', 1), 11);
    expect(pendingOf(cache)[0]).toEqual(['revoke-user sending']);
    load(cache, [records.user(user(1, { version: 4 }))], 11);
    expect(pendingOf(cache)).toEqual([[]]);
  });
});

describe('the list', () => {
  it('names the subject, also once the row is gone, and leaves out what was answered with success', () => {
    const { cache, outbox } = stocked();
    outbox.enqueue(me, organizationId, [
      command(1, intents.invite(9)),
      command(2, intents.cancelInvitation(9)),
      command(3, intents.revoke(1)),
      command(4, intents.deny(1)),
      command(5, intents.revoke(2)),
    ]);
    outbox.markApplied(idOf('command', 5), 20);
    cache.feed.restart(organizationId);
    load(cache, [], 11);
    expect(outbox.list(organizationId).map(({ kind, subjectName, state }) => [kind, subjectName, state])).toEqual([
      ['invite-user', 'guest9@bergpractice.example', 'waiting'],
      ['cancel-invitation', 'Guest9 Invited9', 'waiting'],
      ['revoke-user', 'First1 Last1', 'waiting'],
      ['deny-access-request', 'New1 Comer1', 'waiting'],
    ]);
    expect(outbox.list(organizationId)[0]).toMatchObject({ organizationId, intent: intents.invite(9), error: null });
  });
});

describe('taking back', () => {
  it('serves until the command may have left', () => {
    const { outbox } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1)), command(2, intents.revoke(2))]);
    outbox.markSending(idOf('command', 1));
    const inFlight = { ok: false, error: { code: 'command_in_flight' } };
    expect(outbox.undo(idOf('command', 1))).toEqual(inFlight);
    outbox.markWaiting(idOf('command', 1));
    expect(outbox.undo(idOf('command', 1))).toEqual(inFlight);
    expect(outbox.undo(idOf('command', 2))).toEqual({ ok: true, value: { organizationId } });
    expect(outbox.undo(idOf('command', 2))).toEqual({ ok: false, error: { code: 'not_found' } });
    outbox.markRefused(idOf('command', 1), { code: 'internal' });
    expect(outbox.undo(idOf('command', 1))).toEqual(inFlight);
  });

  it('keeps what was decided after it sendable', () => {
    const { outbox, bases } = stocked();
    outbox.enqueue(me, organizationId, [
      command(1, intents.revoke(1)),
      command(2, intents.restore(1)),
      command(3, intents.revoke(2)),
      command(4, intents.makeAdmin(1)),
    ]);
    expect(outbox.undo(idOf('command', 2)).ok).toBe(true);
    expect(bases()).toEqual([
      [idOf('command', 1), 3],
      [idOf('command', 3), 1],
      [idOf('command', 4), 4],
    ]);
  });

  it('moves the whole chain behind it', () => {
    const { outbox, bases } = stocked();
    const chain = [intents.revoke(1), intents.restore(1), intents.makeAdmin(1), intents.revoke(1)];
    outbox.enqueue(
      me,
      organizationId,
      chain.map((intent, place) => command(place + 1, intent)),
    );
    expect(outbox.undo(idOf('command', 1)).ok).toBe(true);
    expect(bases()).toEqual([2, 3, 4].map((n) => [idOf('command', n), n + 1]));
  });

  it('leaves alone what did not count on it', () => {
    const { cache, outbox, bases } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1)), command(2, intents.restore(1))]);
    cache.feed.applyChanges(organizationId, [put(11, records.user(user(1, { version: 9 })))]);
    outbox.enqueue(me, organizationId, [command(3, intents.makeAdmin(1))]);
    expect(outbox.undo(idOf('command', 1)).ok).toBe(true);
    expect(bases()).toEqual([
      [idOf('command', 2), 3],
      [idOf('command', 3), 9],
    ]);
  });

  it('of an invitation takes along what was decided about it', () => {
    const { outbox } = stocked();
    outbox.enqueue(me, organizationId, [
      command(1, intents.invite(9)),
      command(2, intents.revoke(1)),
      command(3, intents.cancelInvitation(9)),
    ]);
    expect(outbox.undo(idOf('command', 1)).ok).toBe(true);
    expect(outbox.list(organizationId).map(({ id }) => id)).toEqual([idOf('command', 2)]);
  });
});

describe('dismissing', () => {
  it('removes a refused command only', () => {
    const { outbox } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1))]);
    expect(outbox.dismiss(idOf('command', 1))).toEqual({ ok: false, error: { code: 'command_in_flight' } });
    outbox.markRefused(idOf('command', 1), { code: 'version_conflict' });
    expect(outbox.counts(me)).toEqual({ waiting: 0, needsAttention: 1 });
    expect(outbox.dismiss(idOf('command', 1))).toEqual({ ok: true, value: { organizationId } });
    expect(outbox.dismiss(idOf('command', 1))).toEqual({ ok: false, error: { code: 'not_found' } });
    expect(outbox.counts(me)).toEqual({ waiting: 0, needsAttention: 0 });
  });
});
