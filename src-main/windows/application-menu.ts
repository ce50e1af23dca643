import type { MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../src-shared/ipc/contract.ts';

export type Screen = EventPayload<'app.navigate'>['screen'];

export interface MenuSettings {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly navigate: (screen: Screen) => void;
}

const screens: readonly { readonly screen: Screen; readonly label: string }[] = [
  { screen: 'home', label: 'Home' },
  { screen: 'users', label: 'Manage Users' },
  { screen: 'invitations', label: 'Invitations' },
  { screen: 'access-requests', label: 'Access Requests' },
  { screen: 'linked-accounts', label: 'Manage Linked Accounts' },
  { screen: 'outbox', label: 'Outbox' },
  { screen: 'practice', label: 'Practice Profile' },
];

/** The system's usual menus, and Go: the window's screens by Ctrl (or Command) and a digit. */
export function applicationMenu({ platform, isPackaged, navigate }: MenuSettings): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const settings: MenuItemConstructorOptions = {
    label: 'Settings',
    accelerator: 'CmdOrCtrl+,',
    click() {
      navigate('settings');
    },
  };
  const go = screens.map(({ screen, label }, place): MenuItemConstructorOptions => ({
    label,
    accelerator: `CmdOrCtrl+${place + 1}`,
    click() {
      navigate(screen);
    },
  }));
  return [
    ...(isMac ? [appMenu(settings)] : []),
    { label: '&File', submenu: isMac ? [{ role: 'close' }] : [settings, { type: 'separator' }, { role: 'quit' }] },
    { role: 'editMenu' },
    { label: '&View', submenu: viewItems(isPackaged) },
    { label: '&Go', submenu: go },
    { role: 'windowMenu' },
  ];
}

const appMenu = (settings: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    { role: 'about' },
    { type: 'separator' },
    settings,
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { role: 'quit' },
  ],
});

function viewItems(isPackaged: boolean): MenuItemConstructorOptions[] {
  const always: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  if (isPackaged) return always;
  return [{ role: 'reload' }, { role: 'toggleDevTools' }, { type: 'separator' }, ...always];
}
