import { describe, expect, it, vi } from 'vitest';
import { cca } from '../../../src-shared/portals/cca.ts';
import type { AppState } from '../../../src-shared/ipc/app.ts';
import type { AppFrame } from '../../../src-main/windows/app-frame.ts';
import { appHandlers } from '../../../src-main/ipc/app-handlers.ts';

const state: AppState = {
  version: '1.2.3',
  platform: 'linux',
  problem: null,
  portalUrl: 'http://127.0.0.1:4747',
  demo: null,
  colorScheme: 'auto',
};

const setUp = (change: Partial<AppState> = {}) => {
  const frame = {
    state: () => ({ ...state, ...change }),
    setColorScheme: vi.fn<AppFrame['setColorScheme']>(),
    reachesPortal: vi.fn<AppFrame['reachesPortal']>(() => Promise.resolve(false)),
    openMailbox: vi.fn<AppFrame['openMailbox']>(),
    openInBrowser: vi.fn<AppFrame['openInBrowser']>(() => Promise.resolve()),
    printForm: vi.fn<AppFrame['printForm']>(() => Promise.resolve({ ok: true, value: { saved: null } })),
  };
  return { frame, handlers: appHandlers(frame) };
};

const notFound = { ok: false, error: { code: 'not_found' } };

describe('the app', () => {
  it('tells its state', () => {
    expect(setUp().handlers['app.state']({})).toEqual({ ok: true, value: state });
  });

  it('takes a color scheme', () => {
    const { frame, handlers } = setUp();
    expect(handlers['app.setColorScheme']({ colorScheme: 'dark' })).toEqual({ ok: true, value: {} });
    expect(frame.setColorScheme).toHaveBeenCalledWith('dark');
  });

  it('tells whether the portal answers', async () => {
    expect(await setUp().handlers['app.reachPortal']({})).toEqual({ ok: true, value: { isReachable: false } });
  });

  it('opens the mailbox where there is one', () => {
    const { frame, handlers } = setUp({ demo: { mailboxUrl: 'http://127.0.0.1:1/' } });
    expect(handlers['app.openMailbox']({})).toEqual({ ok: true, value: {} });
    expect(frame.openMailbox).toHaveBeenCalledWith('http://127.0.0.1:1/');
    expect(setUp().handlers['app.openMailbox']({})).toEqual(notFound);
  });
});

it('A7: a form is handed on to be printed, and the answer back', async () => {
  const { frame, handlers } = setUp();
  const form = { title: 'Review', portalName: 'CCA', sections: [] };
  expect(await handlers['forms.print'](form)).toEqual({ ok: true, value: { saved: null } });
  expect(frame.printForm).toHaveBeenCalledWith(form);
});

describe('a link', () => {
  it('that the portal publishes is opened', async () => {
    const { frame, handlers } = setUp();
    for (const { url } of cca.links) {
      expect(await handlers['app.openLink']({ portalId: 'cca', url })).toEqual({ ok: true, value: {} });
      expect(frame.openInBrowser).toHaveBeenLastCalledWith(url);
    }
    expect(cca.links.length).toBeGreaterThan(0);
  });

  it.each([
    ['cca', 'https://evil.example/'],
    ['cca', `${cca.links[0]?.url ?? ''}#more`],
    ['cca', 'file:///etc/passwd'],
    ['cca', 'javascript:alert(1)'],
    ['other', cca.links[0]?.url ?? ''],
  ])('of %s to %s is not', async (portalId, url) => {
    const { frame, handlers } = setUp();
    expect(await handlers['app.openLink']({ portalId, url })).toEqual(notFound);
    expect(frame.openInBrowser).not.toHaveBeenCalled();
  });
});
