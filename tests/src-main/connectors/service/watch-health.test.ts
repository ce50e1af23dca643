import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../src-shared/result.ts';
import type { PortalClient } from '../../../../src-main/connectors/service/portal-client.ts';
import { watchHealth } from '../../../../src-main/connectors/service/watch-health.ts';
import { createFakeSchedule, settle } from '../../support/fake-schedule.ts';

const setUp = () => {
  const time = createFakeSchedule();
  const portal = { mailboxUrl: null as string | null, isUp: true, asked: 0 };
  const callRoute = (): Promise<unknown> => {
    portal.asked += 1;
    const { mailboxUrl } = portal;
    return Promise.resolve(portal.isUp ? ok({ mailboxUrl }) : fail({ code: 'offline' }));
  };
  const onChanged = vi.fn<() => void>();
  const client = { portalUrl: '', callRoute } as unknown as PortalClient;
  const health = watchHealth({ client, schedule: time.schedule, onChanged });
  return { time, portal, onChanged, health };
};

describe('the watch over the portal’s health', () => {
  it('asks when it is told to and tells the mailbox', async () => {
    const { portal, health, onChanged } = setUp();
    portal.mailboxUrl = 'http://127.0.0.1:1';
    health.ask();
    await settle();
    expect(health.mailboxUrl()).toBe('http://127.0.0.1:1');
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('asks with growing pauses until it is answered, and no more then', async () => {
    const { time, portal, health } = setUp();
    portal.isUp = false;
    health.ask();
    await settle();
    expect(time.pending()).toEqual([1000]);
    await time.pass(1000);
    expect(time.pending()).toEqual([2000]);
    await time.pass(2000 + 4000 + 8000 + 16_000);
    expect(time.pending()).toEqual([30_000]);
    portal.isUp = true;
    await time.pass(30_000);
    expect(time.pending()).toEqual([]);
  });

  it('says nothing when the answer is the same as before', async () => {
    const { health, onChanged } = setUp();
    await settle();
    health.ask();
    await settle();
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('takes no notice of an answer after it was stopped', async () => {
    const { time, portal, health, onChanged } = setUp();
    portal.mailboxUrl = 'http://127.0.0.1:1';
    health.ask();
    health.stop();
    await settle();
    expect(onChanged).not.toHaveBeenCalled();
    expect(time.pending()).toEqual([]);
  });
});
