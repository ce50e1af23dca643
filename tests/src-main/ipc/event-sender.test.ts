import { describe, expect, it } from 'vitest';
import { createEventSender } from '../../../src-main/ipc/event-sender.ts';
import { accountId, organizationId } from '../support/fixtures.ts';
import { createFakeSchedule } from '../support/fake-schedule.ts';

const setUp = () => {
  const time = createFakeSchedule();
  const sent: [string, unknown][] = [];
  const emit = createEventSender({ schedule: time.schedule, send: (name, payload) => sent.push([name, payload]) });
  return { time, sent, emit };
};

const people = (number: number) => ({ organizationId: organizationId(number) });
const sync = (waiting: number, number = 1) => ({
  accountId: accountId(number),
  phase: 'syncing' as const,
  waiting,
  needsAttention: 0,
  lastSyncedAt: null,
  toldAt: null,
  progress: null,
  error: null,
});

describe('events', () => {
  it('go out at once, and at most once in 100 ms about the same thing', async () => {
    const { time, sent, emit } = setUp();
    for (let change = 0; change < 50; change += 1) emit('people.changed', people(1));
    expect(sent).toHaveLength(1);
    await time.pass(99);
    expect(sent).toHaveLength(1);
    await time.pass(1);
    expect(sent).toHaveLength(2);
    await time.pass(1000);
    expect(sent).toHaveLength(2);
    expect(time.pending()).toEqual([]);
  });

  it('go on at that pace while changes go on', async () => {
    const { time, sent, emit } = setUp();
    for (let tick = 0; tick < 100; tick += 1) {
      emit('people.changed', people(1));
      await time.pass(10);
    }
    expect(sent.length).toBeGreaterThanOrEqual(10);
    expect(sent.length).toBeLessThanOrEqual(11);
  });

  it('about different things do not wait for each other', () => {
    const { sent, emit } = setUp();
    emit('people.changed', people(1));
    emit('people.changed', people(2));
    emit('sync.changed', sync(0, 1));
    emit('sync.changed', sync(0, 2));
    emit('accounts.changed', {});
    expect(sent).toHaveLength(5);
  });

  it('end with the latest state', async () => {
    const { time, sent, emit } = setUp();
    for (const waiting of [3, 2, 1, 0]) emit('sync.changed', sync(waiting));
    await time.pass(100);
    expect(sent.map(([, payload]) => (payload as { waiting: number }).waiting)).toEqual([3, 0]);
  });

  it('of the menu are all told', () => {
    const { sent, emit } = setUp();
    emit('app.navigate', { screen: 'users' });
    emit('app.navigate', { screen: 'home' });
    expect(sent).toEqual([
      ['app.navigate', { screen: 'users' }],
      ['app.navigate', { screen: 'home' }],
    ]);
  });

  it('carry nothing that their contract does not name', () => {
    const { sent, emit } = setUp();
    const more = { ...people(1), refreshToken: 'secret' };
    emit('people.changed', more);
    expect(sent).toEqual([['people.changed', people(1)]]);
  });
});
