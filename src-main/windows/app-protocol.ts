import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { answerPage, appScheme } from './page-answer.ts';

/** To be called before the app is ready. */
export function announceAppProtocol(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the built pages, and nothing else, from a folder. */
export function serveAppProtocol(folder: string): void {
  protocol.handle(appScheme, (request) =>
    answerPage(request.url, {
      read: (name) => readFile(path.join(folder, name)),
      newNonce: () => randomBytes(16).toString('base64'),
    }),
  );
}
