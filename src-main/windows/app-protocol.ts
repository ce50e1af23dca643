import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { answerPage, appScheme, type PageSource } from './page-answer.ts';

/** To be called before the app is ready. */
export function announceAppProtocol(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
  // Node loads these classes when they are first used, which takes longer than to answer with them
  void new Response('').text();
}

/**
 * Serves the built pages, and nothing else, from a folder. Resolves when the first page has its scripts and styles; from
 * then on it is busy with itself.
 */
export function serveAppProtocol(folder: string): Promise<void> {
  const source: PageSource = {
    read: (name) => readFile(path.join(folder, name)),
    newNonce: () => randomBytes(16).toString('base64'),
  };
  return new Promise((resolve) => {
    protocol.handle(appScheme, async ({ url }) => {
      const answer = await answerPage(url, source);
      // a page asks for its stylesheet last
      if (url.endsWith('.css')) setImmediate(resolve);
      return answer;
    });
  });
}
