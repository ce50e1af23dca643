import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { events } from '../../../src-shared/ipc/contract.ts';
import { applicationMenu, type Screen } from '../../../src-main/windows/application-menu.ts';

const itemsOf = (menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

const setUp = (platform: NodeJS.Platform, isPackaged = true) => {
  const screens: Screen[] = [];
  const menu = applicationMenu({ platform, isPackaged, navigate: (screen) => screens.push(screen) });
  return { menu, items: itemsOf(menu), screens };
};

/** Electron calls back with an item, a window and an event, of which the menu uses none. */
const click = (item: MenuItemConstructorOptions | undefined): void => {
  (item?.click as (() => void) | undefined)?.();
};

describe.each(['win32', 'darwin', 'linux'] as const)('the menu on %s', (platform) => {
  it('goes to seven screens by digit', () => {
    const { items, screens } = setUp(platform);
    for (const digit of [1, 2, 3, 4, 5, 6, 7]) {
      click(items.find(({ accelerator }) => accelerator === `CmdOrCtrl+${digit}`));
    }
    expect(screens).toEqual([
      'home',
      'users',
      'invitations',
      'access-requests',
      'linked-accounts',
      'outbox',
      'practice',
    ]);
  });

  it('goes to the settings, and knows no screen that the window does not', () => {
    const { items, screens } = setUp(platform);
    for (const item of items) click(item);
    expect(screens).toContain('settings');
    for (const screen of screens) expect(events['app.navigate'].safeParse({ screen }).success).toBe(true);
  });

  it('has an end, editing and windows', () => {
    const roles = setUp(platform).items.flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(expect.arrayContaining(['quit', 'editMenu', 'windowMenu', 'togglefullscreen']));
  });

  it('offers developer tools only where the app is not installed', () => {
    const rolesOf = (isPackaged: boolean) => setUp(platform, isPackaged).items.flatMap(({ role }) => role ?? []);
    expect(rolesOf(true)).not.toEqual(expect.arrayContaining(['toggleDevTools']));
    expect(rolesOf(true)).not.toContain('reload');
    expect(rolesOf(false)).toEqual(expect.arrayContaining(['toggleDevTools', 'reload']));
  });

  it('uses no accelerator twice', () => {
    const used = setUp(platform).items.flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : String(accelerator),
    );
    expect(new Set(used).size).toBe(used.length);
  });
});
