import { describe, expect, it, vi } from 'vitest';
import type { Intent } from '../../../src-shared/domain/command.ts';
import type { ErrorCode } from '../../../src-shared/errors.ts';
import { pushOrganization } from '../../../src-main/sync/push.ts';
import { accountId, id, moment, organizationId, revoke, user } from '../support/fixtures.ts';
import { FakePortal } from '../support/fake-portal.ts';
import { keepAccount, temporaryCache } from '../support/temporary-cache.ts';

const organization = organizationId(1);

const setUp = (...intents: Intent[]) => {
  const cache = temporaryCache();
  keepAccount(cache);
  const records = [1, 2, 3].map((number) => ({ kind: 'user' as const, entity: user(number) }));
  cache.feed.applySnapshotPage(organization, { records, next: null, position: 0, total: 3, loaded: 3 });
  const commands = intents.map((intent, place) => ({
    id: id(place + 1),
    organizationId: organization,
    decidedAt: moment,
    intent,
  }));
  expect(cache.outbox.enqueue(accountId(1), organization, commands)).toEqual({ ok: true, value: undefined });
  const portal = new FakePortal();
  const onChanged = vi.fn();
  const push = (stopped = (): boolean => false) =>
    pushOrganization({
      outbox: cache.outbox,
      connector: portal.connector(),
      accountId: accountId(1),
      organizationId: organization,
      stopped,
      onChanged,
    });
  const states = () => cache.outbox.list(organization).map((item) => `${item.state} ${item.error?.code ?? ''}`.trim());
  return { cache, portal, push, onChanged, states };
};

const three = [revoke(1), revoke(2), revoke(3)];

describe('a push', () => {
  it('sends what waits, in order, until nothing does', async () => {
    const { cache, portal, push, onChanged } = setUp(...three);
    expect(await push()).toEqual({ ok: true, value: undefined });
    expect(portal.effects).toEqual([id(1), id(2), id(3)]);
    expect(cache.outbox.next(accountId(1), organization)).toBeNull();
    expect(onChanged).toHaveBeenCalledTimes(6);
  });

  it('tells that a command is being sent before its answer is there', async () => {
    const { portal, push, states } = setUp(revoke(1));
    let open = (): void => undefined;
    portal.gate = new Promise((resolve) => (open = resolve));
    const pushed = push();
    expect(states()).toEqual(['sending']);
    open();
    await pushed;
  });

  it('records what the portal refuses, and goes on', async () => {
    const { portal, push, states } = setUp(...three);
    portal.decide = (command) => (command.id === id(2) ? { code: 'version_conflict', changedBy: 'Grace' } : null);
    expect(await push()).toMatchObject({ ok: true });
    expect(states()).toEqual(['refused version_conflict']);
    expect(portal.effects).toEqual([id(1), id(3)]);
  });

  it.each<ErrorCode>(['not_permitted', 'command_id_reused', 'invalid_input', 'not_found', 'too_large'])(
    'takes %s for an answer, and goes on',
    async (code) => {
      const { portal, push, states } = setUp(...three);
      portal.fault = (name, about) => (name === 'submit' && about === id(1) ? { code } : null);
      expect(await push()).toMatchObject({ ok: true });
      expect(states()).toEqual([`refused ${code}`]);
      expect(portal.effects).toEqual([id(2), id(3)]);
    },
  );

  it.each<ErrorCode>([
    'offline',
    'portal_error',
    'unexpected_answer',
    'command_in_flight',
    'rate_limited',
    'locked_out',
    'session_ended',
    'signed_out',
    'keychain_unavailable',
  ])('stops at %s: the command keeps its place and its id, and nothing overtakes it', async (code) => {
    const { portal, push, states } = setUp(...three);
    let faults = 1;
    portal.fault = (name, about) => {
      if (name !== 'submit' || about !== id(2) || faults === 0) return null;
      faults -= 1;
      return { code };
    };
    expect(await push()).toEqual({ ok: false, error: { code } });
    expect(states()).toEqual(['waiting', 'waiting']);
    expect(portal.effects).toEqual([id(1)]);
    expect(await push()).toMatchObject({ ok: true });
    expect(portal.effects).toEqual([id(1), id(2), id(3)]);
  });

  it('has no effect twice when an answer is lost', async () => {
    const { portal, push } = setUp(...three);
    let losses = 3;
    portal.fault = (name) => (name === 'submit' && (losses -= 1) >= 0 ? 'lost-answer' : null);
    for (let round = 0; round < 3; round += 1) expect(await push()).toMatchObject({ ok: false });
    expect(await push()).toMatchObject({ ok: true });
    expect(portal.effects).toEqual([id(1), id(2), id(3)]);
  });

  it('leaves another account’s commands alone', async () => {
    const { cache, portal, push } = setUp();
    const command = { id: id(9), organizationId: organization, decidedAt: moment, intent: revoke(1) };
    cache.outbox.enqueue(accountId(2), organization, [command]);
    expect(await push()).toMatchObject({ ok: true });
    expect(portal.calls).toEqual([]);
  });

  it('sends nothing more once it is stopped, and still records what was on its way', async () => {
    const { portal, push, states } = setUp(...three);
    let sent = 0;
    portal.fault = () => {
      sent += 1;
      return null;
    };
    expect(await push(() => sent > 0)).toMatchObject({ ok: true });
    expect(portal.effects).toEqual([id(1)]);
    expect(states()).toEqual(['waiting', 'waiting']);
  });

  it('does not leave a command in between when something breaks', async () => {
    const { portal, push, states } = setUp(revoke(1));
    portal.fault = () => {
      throw new Error('bug');
    };
    await expect(push()).rejects.toThrow('bug');
    expect(states()).toEqual(['waiting']);
  });
});
