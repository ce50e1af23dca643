import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../../../src-main/connectors/service/deadline.ts';
import { createFakeSchedule } from '../../support/fake-schedule.ts';

describe('a deadline', () => {
  it('aborts when its time is over', async () => {
    const time = createFakeSchedule();
    const { signal } = createDeadline(time.schedule, 1000);
    await time.pass(999);
    expect(signal.aborted).toBe(false);
    await time.pass(1);
    expect(signal.aborted).toBe(true);
  });

  it('starts anew when it is extended', async () => {
    const time = createFakeSchedule();
    const deadline = createDeadline(time.schedule, 1000);
    await time.pass(900);
    deadline.extend();
    await time.pass(900);
    expect(deadline.signal.aborted).toBe(false);
    await time.pass(100);
    expect(deadline.signal.aborted).toBe(true);
  });

  it('aborts with the outer signal, and at once with one that has aborted before', () => {
    const time = createFakeSchedule();
    const outer = new AbortController();
    const { signal } = createDeadline(time.schedule, 1000, outer.signal);
    outer.abort();
    expect(signal.aborted).toBe(true);
    expect(createDeadline(time.schedule, 1000, outer.signal).signal.aborted).toBe(true);
  });

  it('leaves nothing behind when it is released', () => {
    const time = createFakeSchedule();
    const outer = new AbortController();
    const deadline = createDeadline(time.schedule, 1000, outer.signal);
    deadline.release();
    outer.abort();
    expect(deadline.signal.aborted).toBe(false);
    expect(time.pending()).toEqual([]);
  });
});
