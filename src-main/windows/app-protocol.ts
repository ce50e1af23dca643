import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { answerPage, appScheme, type PageSource } from './page-answer.ts';
import { readAhead } from './read-ahead.ts';

/** To be called before the app is ready. */
export function announceAppProtocol(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** The built pages of a folder; what the first one needs is read at once. */
export const pagesIn = (folder: string): PageSource => ({
  read: readAhead((name) => readFile(path.join(folder, name)), 'index.html'),
  newNonce: () => randomBytes(16).toString('base64'),
});

/**
 * Serves the pages, and nothing else. Resolves when the first one has its scripts and styles; from then on it is busy with
 * itself.
 */
export function serveAppProtocol(pages: PageSource): Promise<void> {
  return new Promise((resolve) => {
    // deprecated, and kept on purpose: its successor needs Node's fetch classes, which take longer to load than all these
    // files to answer (docs/adr/0008-pages-without-fetch-classes.md)
    protocol.registerBufferProtocol(appScheme, ({ url }, respond) => {
      void answerPage(url, pages).then(({ status, headers, body }) => {
        respond({ statusCode: status, headers, data: body });
        // a page asks for its stylesheet last
        if (url.endsWith('.css')) setImmediate(resolve);
      });
    });
  });
}
