import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setImmediate as yieldNow } from 'node:timers/promises';
import { app, Menu, nativeTheme, powerMonitor, session, shell, type BrowserWindow } from 'electron';
import { v7 as newId } from 'uuid';
import type { DeskError } from '../src-shared/errors.ts';
import { eventChannel } from '../src-shared/ipc/bridge.ts';
import { fail, ok, type Result } from '../src-shared/result.ts';
import { createAccountDirectory } from './accounts/account-directory.ts';
import { createAccountService } from './accounts/account-service.ts';
import { createDecisions } from './accounts/decisions.ts';
import { createRunningAccounts } from './accounts/running-accounts.ts';
import { createSignInService } from './accounts/sign-in-service.ts';
import type { Cache } from './cache/cache.ts';
import { openCache } from './cache/open-cache.ts';
import type { Schedule } from './schedule.ts';
import { deviceName } from './connectors/service/device-name.ts';
import { openServiceLine } from './connectors/service/open-service-line.ts';
import { createPortalClient, type Fetch, type PortalClient } from './connectors/service/portal-client.ts';
import { parsePortalUrl } from './portal-url.ts';
import { watchHealth, type HealthWatch } from './connectors/service/watch-health.ts';
import { appHandlers } from './ipc/app-handlers.ts';
import { deskHandlers } from './ipc/desk-handlers.ts';
import type { Desk } from './ipc/desk.ts';
import { createEventSender, type Emit } from './ipc/event-sender.ts';
import { registerHandlers } from './ipc/register-handlers.ts';
import { createAccountSync } from './sync/account-sync.ts';
import { bugEntry, type LogEntry } from './log.ts';
import type { SyncListener } from './sync/sync-listener.ts';
import { createTurns } from './sync/turns.ts';
import { databaseKey } from './vault/database-key.ts';
import { keychainStore } from './vault/keychain-store.ts';
import type { SecretStore } from './vault/secret-store.ts';
import { createAppFrame } from './windows/app-frame.ts';
import { announceAppProtocol, serveAppProtocol } from './windows/app-protocol.ts';
import { applicationMenu } from './windows/application-menu.ts';
import { createMailboxWindow } from './windows/mailbox-window.ts';
import { openMainWindow, showWindow } from './windows/main-window.ts';
import { installNavigationGuards, refusePermissions } from './windows/navigation-guards.ts';
import { pageUrl } from './windows/page-answer.ts';
import { settingsFile, type Settings } from './windows/settings.ts';

const log = (entry: LogEntry): void => {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
};
const now = (): Date => new Date();
const schedule: Schedule = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => {
    clearTimeout(timer);
  };
};

/** For developing and testing only: an installed app takes no orders from its environment. */
const fromEnvironment = (name: string): string | undefined =>
  app.isPackaged ? undefined : process.env[name] || undefined;

const home = fromEnvironment('PORTAL_DESK_HOME');
if (home !== undefined) app.setPath('userData', path.resolve(home));
// with --no-sandbox (root in a container) it would end every child process
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
announceAppProtocol();

/** Under which the keychain lists this app's secrets; a data folder of one's own has secrets of its own. */
const keychainService =
  home === undefined
    ? 'Portal Desk'
    : `Portal Desk ${createHash('sha256').update(path.resolve(home)).digest('hex').slice(0, 16)}`;

// two instances would use up each other's refresh tokens and write the same cache
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

// a terminal that goes away must not take the app along
process.stderr.on('error', () => undefined);
process.on('uncaughtException', (error) => {
  log(bugEntry('main', error));
  app.exit(1);
});
process.on('unhandledRejection', (error) => {
  log(bugEntry('main', error));
});

// before the app is ready: these hold for the first page and the first session too
const dataFolder = app.getPath('userData');
const settings = settingsFile(dataFolder);
const portalUrl = parsePortalUrl(fromEnvironment('PORTAL_DESK_PORTAL') ?? '') ?? settings.read().portalUrl;
const mailbox = createMailboxWindow(portalUrl);
installNavigationGuards((contents) => mailbox.allowedOrigins(contents));
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});

function start(): void {
  let mainWindow: BrowserWindow | null = null;
  let problem: DeskError | null = null;
  let painted = (): void => {};
  const firstPaint = new Promise<void>((resolve) => (painted = resolve));

  const openWindow = (): void => {
    const window = openMainWindow({
      dataFolder,
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      onCrashed(reason) {
        log({ level: 'error', at: 'window', code: reason });
      },
    });
    window.once('ready-to-show', () => {
      schedule(firstScreenMs, painted);
      log({ level: 'info', at: 'window', code: 'ready_to_show', milliseconds: Math.round(performance.now()) });
    });
    window.once('closed', () => {
      mainWindow = null;
    });
    mainWindow = window;
  };
  const emit = createEventSender({
    schedule,
    send(name, payload) {
      if (mainWindow?.isDestroyed() === false) mainWindow.webContents.send(eventChannel, name, payload);
    },
  });

  // Chromium's network: the system's proxy and certificates; a session of its own that keeps nothing on the disk
  const portalSession = session.fromPartition('portal-service', { cache: false });
  const fetch: Fetch = (url, init) => portalSession.fetch(url, init);
  const client = createPortalClient({ portalUrl, fetch, schedule });
  const health = watchHealth({
    client,
    schedule,
    onChanged() {
      emit('app.stateChanged', {});
    },
  });

  refusePermissions(session.defaultSession);
  serveAppProtocol(path.join(import.meta.dirname, '../renderer'));
  nativeTheme.themeSource = themeSource(settings.read().colorScheme);

  const opening = openDesk({ client, fetch, emit, health, whenCalm: (begin) => void firstPaint.then(begin) });
  const frame = createAppFrame({
    version: app.getVersion(),
    platform: process.platform,
    portalUrl,
    settings,
    problem: () => problem,
    mailboxUrl: () => health.mailboxUrl(),
    applyTheme(colorScheme) {
      nativeTheme.themeSource = themeSource(colorScheme);
    },
    onChanged() {
      emit('app.stateChanged', {});
    },
    openMailbox: (mailboxUrl) => {
      mailbox.open(mailboxUrl);
    },
    openInBrowser: (url) => shell.openExternal(url),
  });
  registerHandlers({
    pageUrl,
    log,
    appHandlers: appHandlers(frame),
    deskHandlers: opening.then((opened) => (opened.ok ? ok(deskHandlers(opened.value)) : opened)),
  });

  openWindow();
  const menu = applicationMenu({
    platform: process.platform,
    isPackaged: app.isPackaged,
    navigate(screen) {
      emit('app.navigate', { screen });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));

  app.on('activate', () => {
    if (mainWindow === null) openWindow();
  });
  app.on('second-instance', () => {
    if (mainWindow !== null) showWindow(mainWindow);
  });
  void opening.then((opened) => {
    if (!opened.ok) {
      problem = opened.error;
      log({ level: 'error', at: 'desk', code: opened.error.code });
      emit('app.stateChanged', {});
      return;
    }
    powerMonitor.on('resume', () => {
      opened.value.accounts.woke();
    });
  });
}

/** What the desk works with besides keychain and cache. */
interface Outside {
  readonly client: PortalClient;
  readonly fetch: Fetch;
  readonly emit: Emit;
  readonly health: HealthWatch;
  readonly whenCalm: (begin: () => void) => void;
}

/** From the window's first paint until its first screen has its rows; synchronization leaves that time to it. */
const firstScreenMs = 500;

/** Opens keychain and cache while the page loads, and starts every account that is signed in. */
async function openDesk(outside: Outside): Promise<Result<Desk>> {
  try {
    const secrets = keychainStore({ service: keychainService });
    const file = path.join(dataFolder, 'cache.db');
    const key = await databaseKey({ store: secrets, cacheFileExists: existsSync(file), randomBytes });
    if (!key.ok) return key;
    const opened = openCache({ file, key: key.value });
    return opened.ok ? ok(wireDesk(opened.value, secrets, outside)) : opened;
  } catch (error) {
    log(bugEntry('desk', error));
    return fail({ code: 'internal' });
  }
}

function wireDesk(cache: Cache, secrets: SecretStore, { client, fetch, emit, health, whenCalm }: Outside): Desk {
  const offline = new Set<string>();
  const listener: SyncListener = {
    accountsChanged() {
      emit('accounts.changed', {});
    },
    peopleChanged(organizationId) {
      emit('people.changed', { organizationId });
    },
    syncChanged(state) {
      emit('sync.changed', state);
      if (state.phase === 'offline') offline.add(state.accountId);
      // the service that came back may be another one than before
      else if (state.phase !== 'syncing' && offline.delete(state.accountId)) health.ask();
    },
  };
  const turns = createTurns();
  const running = createRunningAccounts({
    cache,
    secrets,
    listener,
    openLine: (line) => openServiceLine({ fetch, schedule }, line),
    whenCalm,
    createSync: (accountId, connector) =>
      createAccountSync({
        accountId,
        cache,
        connector,
        turns,
        listener,
        log,
        schedule,
        now,
        random: Math.random,
        yieldNow,
      }),
  });
  const directory = createAccountDirectory(cache);
  const accounts = createAccountService({ cache, secrets, directory, running, listener });
  const device = deviceName(process.platform);
  const signIns = createSignInService({ cache, client, directory, running, listener, device });
  const decisions = createDecisions({ cache, directory, running, listener, now, newId });

  accounts.restore();
  app.on('will-quit', () => {
    health.stop();
    void accounts.close();
    cache.close();
  });
  return { accounts, signIns, decisions, people: cache.people };
}

const themeSource = (colorScheme: Settings['colorScheme']): 'system' | 'light' | 'dark' =>
  colorScheme === 'auto' ? 'system' : colorScheme;
