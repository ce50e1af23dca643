import { createHash } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { app, Menu, nativeTheme, session, type BrowserWindow } from 'electron';
import { eventChannel } from '../src-shared/ipc/bridge.ts';
import { answerInvokes } from './ipc/answer-invokes.ts';
import { readProgram, requireAhead, type Program } from './load-program.ts';
import { bugEntry, type LogEntry } from './log.ts';
import { parsePortalUrl } from './portal-url.ts';
import type { Schedule } from './schedule.ts';
import type { RunningDesk } from './start-desk.ts';
import { announceAppProtocol, pagesIn, serveAppProtocol } from './windows/app-protocol.ts';
import { applicationMenu } from './windows/application-menu.ts';
import { graphicsFile, graphicsFound, triesGraphics } from './windows/graphics.ts';
import { createMailboxWindow } from './windows/mailbox-window.ts';
import { openMainWindow, showWindow } from './windows/main-window.ts';
import { installNavigationGuards, refusePermissions } from './windows/navigation-guards.ts';
import { settingsFile, type Settings } from './windows/settings.ts';

const log = (entry: LogEntry): void => {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
};
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
const pages = pagesIn(path.join(import.meta.dirname, '../renderer'));

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
const atStart = settings.read();
const graphics = graphicsFile(dataFolder);
const running = { electron: process.versions.electron, now: new Date() };
const hasTriedGraphics = triesGraphics(graphics.read(), running);
if (!hasTriedGraphics) app.disableHardwareAcceleration();
const portalUrl = parsePortalUrl(fromEnvironment('PORTAL_DESK_PORTAL') ?? '') ?? atStart.portalUrl;
const mailbox = createMailboxWindow(portalUrl);
installNavigationGuards((contents) => mailbox.allowedOrigins(contents));
// the app's own menu follows its window; Electron need not make one before
Menu.setApplicationMenu(null);
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});

/** The program behind the window. */
const deskProgram = path.join(import.meta.dirname, '../desk/start-desk.cjs');

/** From the window's first paint until its first screen has its rows; synchronization leaves that time to it. */
const firstScreenMs = 500;

/** The window comes first: until its page has its files, nothing else keeps this process busy. */
function start(): void {
  let mainWindow: BrowserWindow | null = null;
  let painted = (): void => {};
  const firstPaint = new Promise<void>((resolve) => (painted = resolve));

  void firstPaint.then(rememberGraphics);

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
  const applyTheme = (colorScheme: Settings['colorScheme']): void => {
    nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme;
  };

  refusePermissions(session.defaultSession);
  const served = serveAppProtocol(pages);
  applyTheme(atStart.colorScheme);
  openWindow();
  // while the window's process starts, in turns of their own: it waits for this thread more than once
  const program = new Promise<Program<typeof import('./start-desk.ts')>>((resolve) => {
    setTimeout(() => {
      resolve(readProgram(deskProgram, path.join(dataFolder, 'start-desk.compiled')));
      requireAhead(deskProgram, ['better-sqlite3', 'keytar']);
    });
  });
  // while the page evaluates its scripts
  const desk: Promise<RunningDesk> = served.then(async () => {
    const { run, keepCompiled } = await program;
    const { startDesk } = run();
    const started = startDesk({
      dataFolder,
      pageThread: path.join(import.meta.dirname, 'page-thread.js'),
      keychainService,
      portalUrl,
      settings,
      mailbox,
      applyTheme,
      log,
      schedule,
      firstPaint,
      send(name, payload) {
        if (mainWindow?.isDestroyed() === false) mainWindow.webContents.send(eventChannel, name, payload);
      },
    });
    void firstPaint.then(async () => {
      // what a sign-in compiles is of little use to the days after it
      if (await started.hasAccounts()) await keepCompiled();
      else await session.defaultSession.clearCodeCaches({});
    });
    return started;
  });
  answerInvokes(desk.then(({ invoke }) => invoke));

  const menu = applicationMenu({
    platform: process.platform,
    isPackaged: app.isPackaged,
    navigate(screen) {
      void desk.then(({ emit }) => {
        emit('app.navigate', { screen });
      });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));

  app.on('activate', () => {
    if (mainWindow === null) openWindow();
  });
  app.on('second-instance', () => {
    if (mainWindow !== null) showWindow(mainWindow);
  });
}

function rememberGraphics(): void {
  if (!hasTriedGraphics) return;
  try {
    graphics.write(graphicsFound(app.getGPUFeatureStatus().gpu_compositing, running));
  } catch {
    // a full disk: the next start tries again
  }
}
