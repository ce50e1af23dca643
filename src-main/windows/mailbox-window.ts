import { BrowserWindow, session, type Session, type WebContents } from 'electron';
import { loopbackOrigin } from './may-navigate.ts';
import { showWindow } from './main-window.ts';

/** The demonstration's mailbox, in a window with no way into the app: no preload script, a session of its own. */
export interface MailboxWindow {
  open(mailboxUrl: string): void;
  /** Where a page of this window may go; nothing for any other page. */
  allowedOrigins(contents: WebContents): readonly string[];
}

/** In memory only: the messages carry links and passcodes. */
const mailboxSession = (): Session => session.fromPartition('mailbox');

/** `portalUrl` is where the links in the messages lead. */
export function createMailboxWindow(portalUrl: string): MailboxWindow {
  let window: BrowserWindow | null = null;
  let origins: readonly string[] = [];

  return {
    open(mailboxUrl) {
      if (window !== null) {
        showWindow(window);
        return;
      }
      origins = [mailboxUrl, portalUrl].flatMap((address) => loopbackOrigin(address) ?? []);
      const opened = new BrowserWindow({
        width: 980,
        height: 720,
        title: 'Mailbox',
        autoHideMenuBar: true,
        webPreferences: { session: mailboxSession(), sandbox: true, contextIsolation: true, nodeIntegration: false },
      });
      opened.once('closed', () => {
        window = null;
      });
      window = opened;
      // what cannot be loaded shows as Chromium's own error page
      opened.loadURL(mailboxUrl).catch(() => undefined);
    },

    allowedOrigins: (contents) => (contents === window?.webContents ? origins : []),
  };
}
