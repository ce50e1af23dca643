import { describe, expect, it, vi } from 'vitest';
import type { Hint } from '../../../src-shared/portal-api/changes.ts';
import { keepListening } from '../../../src-main/sync/keep-listening.ts';
import { organizationId } from '../support/fixtures.ts';
import { createFakeSchedule, settle } from '../support/fake-schedule.ts';
import { FakePortal } from '../support/fake-portal.ts';

const setUp = (portal = new FakePortal()) => {
  const time = createFakeSchedule();
  const told = {
    onHint: vi.fn<(hint: Hint) => void>(),
    onOpen: vi.fn<() => void>(),
    onBroken: vi.fn<() => void>(),
    onBug: vi.fn<(error: unknown) => void>(),
  };
  const listening = keepListening({
    connector: portal.connector(),
    schedule: time.schedule,
    random: () => 0.5,
    ...told,
  });
  return { portal, time, listening, ...told };
};

const unreachable = (): FakePortal => {
  const portal = new FakePortal();
  portal.fault = () => ({ code: 'offline' });
  return portal;
};

describe('listening', () => {
  it('tells hints while the stream is open', async () => {
    const { portal, listening, onHint, onOpen } = setUp();
    await settle();
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(listening.isOpen()).toBe(true);
    portal.hintAbout(organizationId(1));
    expect(onHint).toHaveBeenCalledTimes(1);
  });

  it('opens a broken stream again', async () => {
    const { portal, time, listening, onOpen, onBroken } = setUp();
    await time.pass(20_000);
    portal.breakStreams();
    await settle();
    expect(listening.isOpen()).toBe(false);
    expect(onBroken).toHaveBeenCalledTimes(1);
    await time.pass(500);
    expect(onOpen).toHaveBeenCalledTimes(2);
  });

  it('tries with growing pauses while there is nobody, and breaks nothing that was not open', async () => {
    const { time, onBroken } = setUp(unreachable());
    const pauses: (number | undefined)[] = [];
    await settle();
    for (let attempt = 0; attempt < 9; attempt += 1) {
      pauses.push(time.pending()[0]);
      await time.pass(time.pending()[0] ?? 0);
    }
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect(onBroken).not.toHaveBeenCalled();
  });

  it('does not hurry with a stream that opens and breaks at once', async () => {
    const { portal, time, onOpen } = setUp();
    await settle();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      portal.breakStreams();
      await settle();
      await time.pass(time.pending()[0] ?? 0);
    }
    expect(onOpen).toHaveBeenCalledTimes(5);
    portal.breakStreams();
    await settle();
    expect(time.pending()).toEqual([8000]);
  });

  it('tries at once when it is told to', async () => {
    const { portal, time, listening, onOpen } = setUp(unreachable());
    await time.pass(60_000);
    portal.fault = () => null;
    listening.retry(false);
    await settle();
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(portal.isListenedTo).toBe(true);
  });

  it('leaves an open stream alone, unless it is to start afresh', async () => {
    const { listening, onOpen, onBroken } = setUp();
    await settle();
    listening.retry(false);
    await settle();
    expect(onOpen).toHaveBeenCalledTimes(1);
    listening.retry(true);
    await settle();
    expect(onOpen).toHaveBeenCalledTimes(2);
    expect(onBroken).not.toHaveBeenCalled();
  });

  it('ends when it is stopped, for good', async () => {
    const { portal, time, listening, onHint } = setUp();
    await settle();
    listening.stop();
    listening.retry(true);
    await settle();
    expect(portal.isListenedTo).toBe(false);
    portal.hintAbout(organizationId(1));
    expect(onHint).not.toHaveBeenCalled();
    expect(time.pending()).toEqual([]);
  });

  it('goes on after a bug, which is told', async () => {
    const portal = new FakePortal();
    const bug = new Error('bug');
    portal.fault = () => {
      throw bug;
    };
    const { time, onBug, onOpen } = setUp(portal);
    await settle();
    expect(onBug).toHaveBeenCalledWith(bug);
    portal.fault = () => null;
    await time.pass(500);
    expect(onOpen).toHaveBeenCalledTimes(1);
  });
});
