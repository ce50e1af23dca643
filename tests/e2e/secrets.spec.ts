import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/test.ts';
import { dana, goTo } from './support/steps.ts';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

test('sqlite3 cannot read the cache, and no file of the data folder holds a secret or a name', async ({
  danasDesk,
  home,
}) => {
  await goTo(danasDesk.page, 'Manage Users');
  const row = danasDesk.page.getByRole('grid', { name: 'Users' }).getByRole('row').nth(2);
  const email = (await row.getByRole('gridcell').or(row.getByRole('cell')).nth(1).textContent()) ?? '';
  expect(email).toContain('@');

  const files = filesBelow(home);
  const cache = files.filter((file) => /cache\.db/u.test(path.basename(file)));
  expect(cache.length).toBeGreaterThan(0);
  expect(() =>
    execFileSync('sqlite3', [cache[0] ?? '', 'select count(*) from sqlite_schema'], { stdio: 'pipe' }),
  ).toThrow(/not a database/u);

  for (const file of cache) {
    const bytes = readFileSync(file).toString('latin1');
    for (const clear of [dana.password, email, 'Beacon Street', 'CREATE TABLE'])
      expect(bytes, file).not.toContain(clear);
  }
  for (const file of files) expect(readFileSync(file).toString('latin1'), file).not.toContain(dana.password);
});

test('the page can reach the bridge and nothing else', async ({ danasDesk }) => {
  const { page, app } = danasDesk;
  const reach = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    bridge: Object.keys(window.desk).sort(),
    stored: [localStorage.length, sessionStorage.length, document.cookie],
  }));
  expect(reach).toEqual({ globals: [], bridge: ['invoke', 'subscribe'], stored: [0, 0, ''] });

  // every answer that the bridge can give, looked through for anything that is shaped like a token
  const answers = await page.evaluate(async () => {
    const all: unknown[] = [];
    for (const name of ['app.state', 'accounts.list'] as const) all.push(await window.desk.invoke(name, {}));
    return JSON.stringify(all);
  });
  expect(answers).toContain('dana.whitfield@example.com');
  expect(answers).not.toMatch(/"[A-Za-z0-9_-]{43}"/u);

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
});

test('a strict content security policy holds, and the page cannot navigate or open windows', async ({ desk }) => {
  const { page, app } = desk;
  const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-(inline|eval)/u);
  await page.evaluate(() => {
    window.open('https://example.com/');
    location.href = 'https://example.com/';
  });
  await expect.poll(() => page.url()).toMatch(/^app:/u);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('what the page asks wrongly is refused as a value', async ({ desk }) => {
  const answers = await desk.page.evaluate(async () => {
    const ask = (name: string, input: unknown) =>
      (window.desk.invoke as (name: string, input: unknown) => Promise<unknown>)(name, input).catch((error: unknown) =>
        String(error),
      );
    return [await ask('users.page', { organizationId: 7 }), await ask('app.state', null), await ask('no.such', {})];
  });
  expect(answers[0]).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  expect(answers[1]).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  expect(JSON.stringify(answers[2])).toMatch(/invalid_input|No such procedure/u);
});
