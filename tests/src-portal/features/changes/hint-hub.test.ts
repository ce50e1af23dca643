import process from 'node:process';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatabaseTransaction } from '../../../../src-portal/context.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { openHintHub, type HintHub } from '../../../../src-portal/features/changes/hint-hub.ts';
import type { Notice } from '../../../../src-portal/features/changes/hint-notice.ts';
import { createPeople, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
let people: People;
let hub: HintHub;
let heard: Notice[];

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  people = await createPeople(opened);
  hub = await openHintHub(opened);
  heard = [];
});
afterEach(() => hub.close());

const position = (value: number) =>
  ({ about: 'organization', organizationId: people.organizationId, position: value }) as const;
const publish = (transaction: DatabaseTransaction, value: number) =>
  people.context.hints.publish(transaction, { hint: position(value) });
const listen = () => hub.subscribe((notice) => heard.push(notice));

/** Notices come in order: once this one is here, none before it is still on its way. */
async function settle(): Promise<void> {
  await opened.database.transaction().execute((transaction) => publish(transaction, 999));
  await vi.waitFor(() => expect(heard.at(-1)).toEqual({ accountIds: null, hint: position(999) }));
}

describe('hints through the database', () => {
  it('are heard after the commit, by all, in order', async () => {
    const others: Notice[] = [];
    listen();
    hub.subscribe((notice) => others.push(notice));
    await opened.database.transaction().execute(async (transaction) => {
      await publish(transaction, 1);
      await publish(transaction, 2);
      expect(heard).toEqual([]);
    });
    await settle();
    const inOrder = [1, 2, 999].map((value) => ({ accountIds: null, hint: position(value) }));
    expect(heard).toEqual(inOrder);
    expect(others).toEqual(inOrder);
  });

  it('are not heard when the transaction is rolled back', async () => {
    listen();
    const failed = opened.database.transaction().execute(async (transaction) => {
      await publish(transaction, 1);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    await settle();
    expect(heard).toHaveLength(1);
  });

  it('reach accounts by id, also more of them than one notice takes', async () => {
    listen();
    const accountIds = Array.from({ length: 250 }, () => people.context.chance.newId());
    await opened.database
      .transaction()
      .execute((transaction) =>
        people.context.hints.publish(transaction, { accountIds, hint: { about: 'linked-accounts' } }),
      );
    await settle();
    const notices = heard.slice(0, -1).map((notice) => ('hint' in notice ? notice : null));
    expect(notices.flatMap((notice) => notice?.accountIds ?? [])).toEqual(accountIds);
    expect(notices.every((notice) => notice?.hint.about === 'linked-accounts')).toBe(true);
  });

  it('tell of a session that has ended, once', async () => {
    listen();
    const administrator = await people.addAdministrator();
    await people.addSession(administrator);
    for (let time = 0; time < 2; time += 1) {
      await opened.database
        .updateTable('session')
        .set({ ended_at: people.context.chance.now() })
        .where('id', '=', administrator.caller.sessionId)
        .execute();
    }
    await settle();
    expect(heard.slice(0, -1)).toEqual([{ endedSessionId: administrator.caller.sessionId }]);
  });

  it('to nobody are nothing', async () => {
    listen();
    await opened.database
      .transaction()
      .execute((transaction) =>
        people.context.hints.publish(transaction, { accountIds: [], hint: { about: 'linked-accounts' } }),
      );
    await settle();
    expect(heard).toHaveLength(1);
  });

  it('are heard by every instance', async () => {
    listen();
    const second = await openHintHub(opened);
    const there: Notice[] = [];
    second.subscribe((notice) => there.push(notice));
    await settle();
    await vi.waitFor(() => expect(there).toEqual(heard));
    await second.close();
  });

  it('that may have been lost are told of to everybody who still listens', async () => {
    let breakConnection: (() => void) | undefined;
    const broken = await openHintHub({
      listen: (_channel, _onPayload, onGap) => {
        breakConnection = onGap;
        return Promise.resolve(() => Promise.resolve());
      },
    });
    const gaps: string[] = [];
    const stop = broken.subscribe(
      () => expect.unreachable(),
      () => gaps.push('gone'),
    );
    // one that leaves when it is told does not keep the others from being told
    const leave = broken.subscribe(
      () => expect.unreachable(),
      () => {
        gaps.push('first');
        leave();
      },
    );
    broken.subscribe(
      () => expect.unreachable(),
      () => gaps.push('second'),
    );
    broken.subscribe(() => expect.unreachable());
    stop();
    breakConnection?.();
    expect(gaps).toEqual(['first', 'second']);
    breakConnection?.();
    expect(gaps).toEqual(['first', 'second', 'second']);
    await broken.close();
  });

  it.runIf(process.env['TEST_DATABASE_URL'] !== undefined)(
    'are heard again after the connection broke, and the gap is told',
    async () => {
      let gaps = 0;
      hub.subscribe(
        (notice) => heard.push(notice),
        () => (gaps += 1),
      );
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where query like 'listen%' and datname = current_database()`.execute(opened.database);
      await vi.waitFor(() => expect(gaps).toBe(1), { timeout: 15_000 });
      await settle();
    },
  );

  it('stop for whoever has stopped listening', async () => {
    const gone: Notice[] = [];
    const stop = hub.subscribe((notice) => gone.push(notice));
    listen();
    stop();
    await settle();
    expect(gone).toEqual([]);
  });
});
