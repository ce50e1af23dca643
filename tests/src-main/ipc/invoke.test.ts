import { describe, expect, it, vi } from 'vitest';
import { procedures, type ProcedureName } from '../../../src-shared/ipc/contract.ts';
import { resultSchema } from '../../../src-shared/ipc/procedure.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { AppHandlers, DeskHandlers } from '../../../src-main/ipc/handlers.ts';
import { createInvoke, type Sender } from '../../../src-main/ipc/invoke.ts';
import type { LogEntry } from '../../../src-main/log.ts';
import { VaultUnavailable } from '../../../src-main/vault/secret-store.ts';
import { accountId, organizationId, token } from '../support/fixtures.ts';

const names = Object.keys(procedures) as ProcedureName[];
const pageUrl = 'app://portal-desk/';
const page: Sender = { url: `${pageUrl}index.html`, isMainFrame: true };
const state = { version: '1', platform: 'linux', problem: null, portalUrl: '', demo: null, colorScheme: 'auto' };

const setUp = (
  answer: (input: unknown) => unknown = () => ok({}),
  desk: Promise<Result<DeskHandlers>> | null = null,
) => {
  const handle = vi.fn(answer);
  const handlers = Object.fromEntries(names.map((name) => [name, handle]));
  const logged: LogEntry[] = [];
  const invoke = createInvoke({
    pageUrl,
    appHandlers: { ...handlers, 'app.state': () => ok(state) } as unknown as AppHandlers,
    deskHandlers: desk ?? Promise.resolve(ok(handlers as unknown as DeskHandlers)),
    log: (entry) => logged.push(entry),
  });
  return { invoke, handle, logged };
};

const malformed: unknown[] = [
  undefined,
  null,
  7,
  'text',
  [],
  { unknown: true },
  { accountId: "'; drop table outbox; --" },
  { organizationId: organizationId(1), intents: Array.from({ length: 501 }, () => ({})) },
  { portalId: 'x'.repeat(65), answers: { zip: 'x'.repeat(5000) } },
  Object.assign(Object.create({ accountId: accountId(1) }) as object, { extra: 1 }),
];

describe.each(names)('%s', (name) => {
  it('refuses malformed input with a value, before anything is done', async () => {
    const { invoke, handle } = setUp();
    for (const input of malformed) {
      const answer = await invoke(page, name, input);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      expect(resultSchema(procedures[name].output).safeParse(answer).success).toBe(true);
    }
    expect(handle).not.toHaveBeenCalled();
  });

  it.each<[string, Sender]>([
    ['a page of the web', { url: 'https://evil.example/', isMainFrame: true }],
    ['a look-alike', { url: 'app://portal-desk.evil.example/', isMainFrame: true }],
    ['another app page', { url: 'app://other/index.html', isMainFrame: true }],
    ['a file', { url: 'file:///app://portal-desk/', isMainFrame: true }],
    ['an embedded frame', { url: page.url, isMainFrame: false }],
    ['a frame that is gone', { url: null, isMainFrame: false }],
    ['an empty page', { url: 'about:blank', isMainFrame: true }],
  ])('refuses %s', async (_, sender) => {
    const { invoke, handle, logged } = setUp();
    expect(await invoke(sender, name, {})).toEqual({ ok: false, error: { code: 'not_permitted' } });
    expect(handle).not.toHaveBeenCalled();
    expect(logged).toEqual([{ level: 'warning', at: 'ipc', code: 'sender_refused' }]);
  });
});

describe('a call', () => {
  it('is answered by its handler, with parsed input', async () => {
    const { invoke, handle } = setUp(() =>
      ok({
        next: 'passcode',
        emailHint: 'a',
        expiresAt: '2026-03-02T08:00:00.000Z',
        signInId: accountId(1),
        methods: ['email'],
        question: null,
      }),
    );
    const answer = await invoke(page, 'accounts.startSignIn', {
      portalId: 'cca',
      username: ' A@Example.com ',
      password: 'x',
    });
    expect(answer).toMatchObject({ ok: true, value: { methods: ['email'] } });
    expect(handle).toHaveBeenCalledWith({ portalId: 'cca', username: 'a@example.com', password: 'x' });
  });

  it('lets nothing out that its contract does not name, least of all a token', async () => {
    const leaky = {
      accounts: [],
      activeAccountId: null,
      refreshToken: token('refresh'),
      session: { accessToken: token('access') },
    };
    const { invoke } = setUp(() => ok(leaky));
    expect(await invoke(page, 'accounts.list', {})).toEqual({
      ok: true,
      value: { accounts: [], activeAccountId: null },
    });
    const failing = setUp(() => fail({ code: 'offline', refreshToken: token('refresh') }));
    expect(await failing.invoke(page, 'accounts.list', {})).toEqual({ ok: false, error: { code: 'offline' } });
  });

  it('of no procedure is refused', async () => {
    const { invoke } = setUp();
    for (const name of ['', 'app', 'users.drop', '__proto__', 'constructor', 7, null, undefined, {}]) {
      expect(await invoke(page, name, {})).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    }
  });

  it.each([
    [
      'a bug',
      () => {
        throw new TypeError('Ada Admin');
      },
      'internal',
    ],
    ['a rejected promise', () => Promise.reject(new Error('Ada Admin')), 'internal'],
    ['an answer of another shape', () => ok({ accounts: 'Ada Admin' }), 'internal'],
    ['an unknown code', () => fail({ code: 'Ada Admin' }), 'internal'],
    ['a keychain out of reach', () => Promise.reject(new VaultUnavailable('x')), 'keychain_unavailable'],
    [
      'a full disk',
      () => {
        throw Object.assign(new Error('x'), { code: 'ENOSPC' });
      },
      'disk_full',
    ],
  ])('that ends in %s is answered with a code and logged without personal data', async (_, work, code) => {
    const { invoke, logged } = setUp(work);
    expect(await invoke(page, 'accounts.list', {})).toEqual({ ok: false, error: { code } });
    expect(logged).toMatchObject([{ level: 'error', at: 'accounts.list' }]);
    expect(JSON.stringify(logged)).not.toContain('Ada');
  });
});

describe('while keychain or cache', () => {
  it.each(['keychain_unavailable', 'key_missing', 'cache_unreadable'] as const)(
    'cannot be opened (%s), everything but the app’s state answers that, and nothing is done',
    async (code) => {
      const { invoke, handle } = setUp(undefined, Promise.resolve(fail({ code })));
      expect(await invoke(page, 'app.state', {})).toEqual({ ok: true, value: state });
      const inputs: Partial<Record<ProcedureName, object>> = {
        'accounts.list': {},
        'accounts.remove': { accountId: accountId(1) },
        'users.counts': { organizationId: organizationId(1) },
        'sync.now': { accountId: accountId(1) },
        'app.setColorScheme': { colorScheme: 'dark' },
      };
      for (const [name, input] of Object.entries(inputs)) {
        expect(await invoke(page, name, input)).toEqual({ ok: false, error: { code } });
      }
      expect(handle).not.toHaveBeenCalled();
    },
  );

  it('are being opened, the app’s state is told and the rest waits', async () => {
    let open: (desk: Result<DeskHandlers>) => void = () => undefined;
    const { invoke } = setUp(undefined, new Promise((resolve) => (open = resolve)));
    const waiting = invoke(page, 'accounts.list', {});
    expect(await invoke(page, 'app.state', {})).toMatchObject({ ok: true });
    const list = () => ok({ accounts: [], activeAccountId: null });
    open(ok({ 'accounts.list': list } as unknown as DeskHandlers));
    expect(await waiting).toMatchObject({ ok: true });
  });
});
