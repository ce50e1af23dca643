import { describe, expect, it, vi } from 'vitest';
import { createSessionKeeper } from '../../../../src-main/connectors/service/session-keeper.ts';
import { accountId, session, token } from '../../support/fixtures.ts';
import { FakeSessions, FakeTokens } from '../../support/fake-sessions.ts';

const setUp = (kept: string | null = token('refresh-1')) => {
  const portal = new FakeSessions();
  const tokens = new FakeTokens();
  tokens.kept = kept;
  const onEnded = vi.fn<() => void>();
  const closing = new AbortController();
  const keeper = createSessionKeeper({
    client: portal.client(),
    portalId: 'cca',
    accountId: accountId(1),
    tokens,
    signal: closing.signal,
    onEnded,
  });
  const use = () => keeper.withAccess((accessToken) => portal.use(accessToken));
  return { portal, tokens, onEnded, keeper, use, closing };
};

const failure = (code: string) => ({ ok: false, error: { code } });

describe('a session', () => {
  it('that was just signed in is kept before it serves', async () => {
    const { portal, tokens, keeper, use } = setUp(null);
    expect(await keeper.adopt(portal.first)).toEqual({ ok: true, value: undefined });
    expect(tokens.kept).toBe(token('refresh-1'));
    expect(await use()).toEqual({ ok: true, value: token('access-1') });
    expect(portal.calls).toEqual([`use ${token('access-1')}`]);
  });

  it('does not serve when it cannot be kept', async () => {
    const { portal, tokens, keeper, use } = setUp(null);
    tokens.isReachable = false;
    expect(await keeper.adopt(portal.first)).toEqual(failure('keychain_unavailable'));
    expect(await use()).toEqual(failure('keychain_unavailable'));
    expect(portal.calls).toEqual([]);
  });

  it('goes on after a restart with what the keychain holds', async () => {
    const { portal, tokens, use } = setUp();
    expect(await use()).toEqual({ ok: true, value: token('access-2') });
    expect(portal.calls).toEqual([`refresh ${token('refresh-1')}`, `use ${token('access-2')}`]);
    expect(tokens.kept).toBe(token('refresh-2'));
  });

  it('is renewed once when its access token is refused, and the call is made again', async () => {
    const { portal, keeper, use } = setUp(null);
    await keeper.adopt(portal.first);
    portal.expireAccess();
    expect(await use()).toEqual({ ok: true, value: token('access-2') });
    expect(portal.calls.filter((call) => call.startsWith('refresh'))).toHaveLength(1);
  });

  it('is renewed once for many calls that are refused at the same time', async () => {
    const { portal, keeper, use, onEnded } = setUp(null);
    await keeper.adopt(portal.first);
    portal.expireAccess();
    const answers = await Promise.all(Array.from({ length: 20 }, use));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value : answer.error.code)))).toEqual(
      new Set([token('access-2')]),
    );
    expect(portal.calls.filter((call) => call.startsWith('refresh'))).toHaveLength(1);
    expect(onEnded).not.toHaveBeenCalled();
  });

  it('survives any number of renewals', async () => {
    const { portal, tokens, use } = setUp();
    for (let round = 0; round < 10; round += 1) {
      expect(await use()).toMatchObject({ ok: true });
      portal.expireAccess();
    }
    expect(tokens.kept).toBe(token('refresh-11'));
    expect(portal.hasEnded).toBe(false);
  });

  it('passes other failures of a call through', async () => {
    const { keeper, portal } = setUp();
    expect(await keeper.withAccess(() => Promise.resolve(failure('not_permitted') as never))).toEqual(
      failure('not_permitted'),
    );
    expect(portal.hasEnded).toBe(false);
  });
});

describe('a lost answer', () => {
  it('of a renewal is survived by presenting the old token again', async () => {
    const { portal, tokens, use, onEnded } = setUp();
    portal.loseNextAnswer = true;
    expect(await use()).toEqual(failure('offline'));
    expect(tokens.kept).toBe(token('refresh-1'));
    expect(await use()).toMatchObject({ ok: true });
    expect(portal.calls.filter((call) => call.startsWith('refresh'))).toEqual([
      `refresh ${token('refresh-1')}`,
      `refresh ${token('refresh-1')}`,
    ]);
    expect(onEnded).not.toHaveBeenCalled();
  });

  it('is survived by a restart, too', async () => {
    const { portal, tokens, use } = setUp();
    portal.loseNextAnswer = true;
    await use();
    const restarted = createSessionKeeper({
      client: portal.client(),
      portalId: 'cca',
      accountId: accountId(1),
      tokens,
      onEnded: () => undefined,
    });
    expect(await restarted.withAccess((accessToken) => portal.use(accessToken))).toMatchObject({ ok: true });
  });

  it('a new token that cannot be kept is never used', async () => {
    const { portal, tokens, use } = setUp();
    const { set } = tokens;
    tokens.set = () => Promise.resolve({ ok: false, error: { code: 'keychain_unavailable' } });
    expect(await use()).toEqual(failure('keychain_unavailable'));
    expect(portal.calls.some((call) => call.startsWith('use'))).toBe(false);
    tokens.set = set.bind(tokens);
    expect(await use()).toMatchObject({ ok: true });
  });
});

describe('a session ends', () => {
  it('when the portal refuses to renew it: the token goes, and it is told once', async () => {
    const { portal, tokens, use, onEnded } = setUp();
    portal.hasEnded = true;
    expect(await use()).toEqual(failure('session_ended'));
    expect(tokens.kept).toBeNull();
    expect(onEnded).toHaveBeenCalledTimes(1);
    expect(await use()).toEqual(failure('signed_out'));
    expect(onEnded).toHaveBeenCalledTimes(1);
  });

  it('when somebody has used an old token again', async () => {
    const { portal, use, onEnded } = setUp();
    await use();
    const thief = new FakeTokens();
    thief.kept = token('refresh-1');
    const stolen = createSessionKeeper({
      client: portal.client(),
      portalId: 'cca',
      accountId: accountId(1),
      tokens: thief,
      onEnded: () => undefined,
    });
    expect(await stolen.withAccess((accessToken) => portal.use(accessToken))).toEqual(failure('session_ended'));
    expect(await use()).toEqual(failure('session_ended'));
    expect(onEnded).toHaveBeenCalledTimes(1);
  });

  it('not because a renewed token is refused: the next call renews again, and the portal says whether it has', async () => {
    const { keeper, onEnded, tokens, portal, use } = setUp();
    const refused = vi.fn<() => Promise<never>>(() => Promise.resolve(failure('session_ended') as never));
    expect(await keeper.withAccess(refused)).toEqual(failure('portal_error'));
    expect(refused).toHaveBeenCalledTimes(2);
    expect(onEnded).not.toHaveBeenCalled();
    expect(tokens.kept).toBe(token('refresh-3'));
    expect(await use()).toEqual({ ok: true, value: token('access-4') });
    portal.hasEnded = true;
    expect(await keeper.withAccess(refused)).toEqual(failure('session_ended'));
    expect(onEnded).toHaveBeenCalledTimes(1);
  });

  it('when the portal answers with somebody else’s', async () => {
    const { portal, keeper, tokens } = setUp();
    const stranger = createSessionKeeper({
      client: { ...portal.client(), callRoute: () => Promise.resolve({ ok: true, value: session(2) as never }) },
      portalId: 'cca',
      accountId: accountId(1),
      tokens,
      onEnded: () => undefined,
    });
    expect(await stranger.withAccess((accessToken) => portal.use(accessToken))).toEqual(failure('session_ended'));
    expect(await keeper.withAccess((accessToken) => portal.use(accessToken))).toEqual(failure('signed_out'));
  });

  it('never began where the keychain holds none', async () => {
    const { use, onEnded, portal } = setUp(null);
    expect(await use()).toEqual(failure('signed_out'));
    expect(onEnded).toHaveBeenCalledTimes(1);
    expect(portal.calls).toEqual([]);
  });

  it('not while the portal cannot be reached', async () => {
    const { portal, tokens, use, onEnded } = setUp();
    portal.isUp = false;
    expect(await use()).toEqual(failure('offline'));
    expect(onEnded).not.toHaveBeenCalled();
    expect(tokens.kept).toBe(token('refresh-1'));
  });

  it('not while the keychain cannot be reached', async () => {
    const { tokens, use, onEnded } = setUp();
    tokens.isReachable = false;
    expect(await use()).toEqual(failure('keychain_unavailable'));
    expect(onEnded).not.toHaveBeenCalled();
  });
});

describe('a sign-out', () => {
  it('tells the portal and forgets both tokens', async () => {
    const { portal, tokens, keeper, use } = setUp();
    await use();
    expect(await keeper.end()).toEqual({ ok: true, value: undefined });
    expect(portal.calls.at(-1)).toBe(`sign out ${token('access-2')}`);
    expect(tokens.kept).toBeNull();
    expect(await use()).toEqual(failure('signed_out'));
  });

  it('gets itself a token first where there is none in memory', async () => {
    const { portal, keeper } = setUp();
    await keeper.end();
    expect(portal.hasEnded).toBe(true);
  });

  it('works offline', async () => {
    const { portal, tokens, keeper } = setUp();
    portal.isUp = false;
    expect(await keeper.end()).toEqual({ ok: true, value: undefined });
    expect(tokens.kept).toBeNull();
  });

  it('says so when the token cannot be removed, and does not use it any more', async () => {
    const { tokens, keeper, use, portal } = setUp();
    await use();
    tokens.isReachable = false;
    expect(await keeper.end()).toEqual(failure('keychain_unavailable'));
    expect(await use()).toEqual(failure('signed_out'));
    expect(portal.hasEnded).toBe(true);
  });
});

describe('a line that is closed', () => {
  it('keeps no token that arrives afterwards', async () => {
    const { portal, tokens, keeper, use, closing } = setUp();
    let open = (): void => undefined;
    portal.gate = new Promise((resolve) => (open = resolve));
    const call = use();
    closing.abort();
    const settled = keeper.settled();
    open();
    expect(await call).toEqual(failure('signed_out'));
    await settled;
    expect(tokens.writes).toEqual([]);
  });
});
