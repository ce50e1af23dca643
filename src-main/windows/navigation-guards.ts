import { app, type Session, type WebContents } from 'electron';
import { mayNavigate } from './may-navigate.ts';

/** Where a page may go by itself, by the origins that its window was opened for. */
export type AllowedOrigins = (contents: WebContents) => readonly string[];

/**
 * Holds for every page that will ever be opened: it stays where it is, opens no window, embeds nothing, and gets no
 * permission. A link that would open a window opens in the same one where that is allowed.
 */
export function installNavigationGuards(allowedOrigins: AllowedOrigins): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      if (mayNavigate(url, allowedOrigins(contents))) void contents.loadURL(url);
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!mayNavigate(event.url, allowedOrigins(contents))) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!mayNavigate(event.url, allowedOrigins(contents))) event.preventDefault();
    });
  });
  app.on('session-created', refusePermissions);
}

/** The default session is there before anybody can listen for it. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_, __, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
