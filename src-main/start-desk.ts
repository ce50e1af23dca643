import path from 'node:path';
import process from 'node:process';
import { app, clipboard, dialog, Notification, powerMonitor, session, shell } from 'electron';
import type { DeskError } from '../src-shared/errors.ts';
import type { EventName } from '../src-shared/ipc/contract.ts';
import { ok } from '../src-shared/result.ts';
import { createRegistryClient } from './connectors/npi-registry/registry-client.ts';
import { createPortalClient, type Fetch } from './connectors/service/portal-client.ts';
import { reachesPortal } from './connectors/service/reaches-portal.ts';
import { watchHealth } from './connectors/service/watch-health.ts';
import { appHandlers } from './ipc/app-handlers.ts';
import { deskHandlers } from './ipc/desk-handlers.ts';
import { createEventSender, type Emit } from './ipc/event-sender.ts';
import { createInvoke, type Invoke } from './ipc/invoke.ts';
import type { Log } from './log.ts';
import { openDesk } from './open-desk.ts';
import type { Schedule } from './schedule.ts';
import { askForDocument } from './windows/ask-for-document.ts';
import { createAppFrame } from './windows/app-frame.ts';
import type { JsonFile } from './windows/json-file.ts';
import type { MailboxWindow } from './windows/mailbox-window.ts';
import { printForm } from './windows/print-form.ts';
import { printOnScreen } from './windows/print-on-screen.ts';
import { pageUrl } from './windows/page-answer.ts';
import type { Settings } from './windows/settings.ts';

export interface DeskSurroundings {
  readonly dataFolder: string;
  /** The built program of the thread that writes first loads. */
  readonly pageThread: string;
  readonly keychainService: string;
  readonly portalUrl: string;
  readonly settings: JsonFile<Settings>;
  readonly mailbox: MailboxWindow;
  /** Applies a theme to the window at once. */
  readonly applyTheme: (colorScheme: Settings['colorScheme']) => void;
  readonly log: Log;
  readonly schedule: Schedule;
  /** When the window has had time for its first screen. */
  readonly firstPaint: Promise<void>;
  /** Hands an event to the window, if there is one. */
  readonly send: (name: EventName, payload: unknown) => void;
}

export interface RunningDesk {
  /** Carries out what the window's page asks for. */
  readonly invoke: Invoke;
  readonly emit: Emit;
  /** Whether an account is on this computer; false, too, where keychain or cache cannot be read. */
  hasAccounts(): Promise<boolean>;
}

/** Everything behind the window: opens keychain and cache, goes to the portals, answers the page. */
export function startDesk(surroundings: DeskSurroundings): RunningDesk {
  const { dataFolder, keychainService, portalUrl, settings, mailbox, applyTheme, log, schedule, firstPaint } =
    surroundings;
  let problem: DeskError | null = null;
  const emit = createEventSender({ schedule, send: surroundings.send });
  const onChanged = (): void => {
    emit('app.stateChanged', {});
  };

  // Chromium's network: the system's proxy and certificates; a session of its own that keeps nothing on the disk
  const fetch: Fetch = (url, init) => session.fromPartition('portal-service', { cache: false }).fetch(url, init);
  const client = createPortalClient({ portalUrl, fetch, schedule });
  const registry = createRegistryClient({
    url: settings.read().npiRegistryUrl,
    // apart from the portals: nothing that one of them sets can reach the registry
    fetch: (url, init) => session.fromPartition('npi-registry', { cache: false }).fetch(url, init),
    schedule,
  });
  const health = watchHealth({ client, schedule, onChanged });
  void firstPaint.then(() => {
    health.ask();
  });
  const opening = openDesk({
    keychainService,
    cacheFile: path.join(dataFolder, 'cache.db'),
    pageThread: surroundings.pageThread,
    client,
    fetch,
    registry,
    health,
    clipboard,
    files: {
      lettersFolder: path.join(dataFolder, 'letters'),
      openPath: (file) => shell.openPath(file),
      askForFile: () => askForDocument(dialog),
    },
    emit,
    log,
    schedule,
    notify({ title, body }) {
      if (Notification.isSupported()) new Notification({ title, body }).show();
    },
    whenCalm: (begin) => void firstPaint.then(begin),
  });
  const frame = createAppFrame({
    version: app.getVersion(),
    platform: process.platform,
    portalUrl,
    settings,
    problem: () => problem,
    mailboxUrl: () => health.mailboxUrl(),
    applyTheme,
    onChanged,
    reachesPortal: () => reachesPortal(client),
    openMailbox: (mailboxUrl) => {
      mailbox.open(mailboxUrl);
    },
    openInBrowser: (url) => shell.openExternal(url),
    printForm: (form) => printForm(form, printOnScreen),
  });

  void opening.then((opened) => {
    if (!opened.ok) {
      problem = opened.error;
      log({ level: 'error', at: 'desk', code: opened.error.code });
      onChanged();
      return;
    }
    powerMonitor.on('resume', () => {
      opened.value.accounts.woke();
    });
  });
  return {
    emit,
    async hasAccounts() {
      const opened = await opening;
      return opened.ok && opened.value.accounts.list().accounts.length > 0;
    },
    invoke: createInvoke({
      pageUrl,
      log,
      appHandlers: appHandlers(frame),
      deskHandlers: opening.then((opened) => (opened.ok ? ok(deskHandlers(opened.value)) : opened)),
    }),
  };
}
