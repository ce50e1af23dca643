import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openDesk } from './support/desk.ts';
import { dana, signInFromStart } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** Chromium keeps a file for each script of the page that it compiled, with the script's address in it. */
function keepsWindowScript(home: string): boolean {
  const folder = path.join(home, 'Code Cache', 'js');
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.some(({ name }) => readFileSync(path.join(folder, name)).includes('/assets/window-'));
}

test('compiled code is kept of a start with an account, not of the one with the sign-in', async ({
  portal,
  mailbox,
  home,
}) => {
  const program = path.join(home, 'start-desk.compiled');
  const first = await openDesk({ home, portalUrl: portal.url });
  await signInFromStart(first.page, mailbox, dana);
  await first.close();
  expect(existsSync(program)).toBe(false);
  expect(keepsWindowScript(home)).toBe(false);

  const second = await openDesk({ home, portalUrl: portal.url });
  await expect.poll(() => existsSync(program)).toBe(true);
  await expect.poll(() => keepsWindowScript(home)).toBe(true);
  await second.close();
});
