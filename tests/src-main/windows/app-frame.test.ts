import { describe, expect, it, vi } from 'vitest';
import { appStateSchema } from '../../../src-shared/ipc/app.ts';
import { createAppFrame, type AppFrameSettings } from '../../../src-main/windows/app-frame.ts';
import type { Settings } from '../../../src-main/windows/settings.ts';

const setUp = (change: Partial<AppFrameSettings> = {}) => {
  let kept: Settings = {
    portalUrl: 'http://127.0.0.1:4747',
    npiRegistryUrl: 'https://registry.example/api',
    colorScheme: 'auto',
  };
  const settings = {
    read: () => kept,
    write: (value: Settings) => {
      kept = value;
    },
  };
  const applyTheme = vi.fn();
  const onChanged = vi.fn();
  const frame = createAppFrame({
    version: '1.2.3',
    platform: 'linux',
    portalUrl: 'http://127.0.0.1:4747',
    settings,
    problem: () => null,
    mailboxUrl: () => null,
    applyTheme,
    onChanged,
    reachesPortal: () => Promise.resolve(true),
    openMailbox: () => undefined,
    openInBrowser: () => Promise.resolve(),
    printForm: () => Promise.resolve({ ok: true, value: { saved: null } }),
    ...change,
  });
  return { frame, applyTheme, onChanged, settings };
};

describe('the state of the app', () => {
  it('keeps to its contract', () => {
    const { frame } = setUp();
    expect(appStateSchema.parse(frame.state())).toEqual(frame.state());
  });

  it.each([
    ['http://127.0.0.1:8025/', { mailboxUrl: 'http://127.0.0.1:8025/' }],
    ['http://mail.example/', null],
    ['https://mail.example/', null],
    [null, null],
  ])('with a mailbox at %s', (mailboxUrl, demo) => {
    expect(setUp({ mailboxUrl: () => mailboxUrl }).frame.state().demo).toEqual(demo);
  });

  it.each([
    ['win32', 'win32'],
    ['darwin', 'darwin'],
    ['freebsd', 'linux'],
  ] as const)('on %s tells %s', (platform, told) => {
    expect(setUp({ platform }).frame.state().platform).toBe(told);
  });

  it('tells why nothing can be kept', () => {
    const problem = { code: 'key_missing' } as const;
    expect(setUp({ problem: () => problem }).frame.state().problem).toEqual(problem);
  });
});

it('a color scheme is kept beside the other settings, applied, and told', () => {
  const { frame, applyTheme, onChanged, settings } = setUp();
  frame.setColorScheme('dark');
  expect(settings.read()).toEqual({
    portalUrl: 'http://127.0.0.1:4747',
    npiRegistryUrl: 'https://registry.example/api',
    colorScheme: 'dark',
  });
  expect(frame.state().colorScheme).toBe('dark');
  expect(applyTheme).toHaveBeenCalledWith('dark');
  expect(onChanged).toHaveBeenCalledTimes(1);
});
