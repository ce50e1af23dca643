import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import path from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { Mailbox } from '../e2e/support/mailbox.ts';
import { newHome, openDesk, removeHome } from '../e2e/support/desk.ts';
import { startPortal } from '../e2e/support/portal-process.ts';
import { dana, goTo, signInFromStart } from '../e2e/support/steps.ts';
import { median, report } from './figures.ts';
import { memoryOf } from './process-tree.ts';
import { warmDisk } from './warm-disk.ts';

const root = path.resolve(import.meta.dirname, '../..');
const electron = createRequire(import.meta.url)('electron') as unknown as string;
const runs = Number(process.env['BENCH_RUNS'] ?? 7);
const settleMs = 3_000;

interface Start {
  readonly readyMs: number;
  readonly rssMb: number;
  readonly pssMb: number;
}

/**
 * From the start of the process until the page was painted, as the page's own browser noted it: nothing looks on before
 * the page has settled. Then the memory of all processes.
 */
async function start(folder: string, painted: () => Promise<number>, env: Record<string, string> = {}): Promise<Start> {
  const parameters = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--remote-debugging-port=0', folder];
  warmDisk([path.dirname(electron), path.join(folder, 'out'), env['PORTAL_DESK_HOME'] ?? folder]);
  const startedAt = Date.now();
  const child = spawn(electron, parameters, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/u.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    void exited.then(() => reject(new Error(`The process ended:\n${text}`)));
  });
  await delay(settleMs);
  const memory = memoryOf(child.pid ?? 0);
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('No window');
  const page: Page = context.pages()[0] ?? (await context.waitForEvent('page'));
  const paintedAt = await page.evaluate(painted);
  await browser.close();
  child.kill('SIGTERM');
  await exited;
  return { readyMs: Math.round(paintedAt - startedAt), rssMb: memory.rssMb, pssMb: memory.pssMb };
}

/** When the text of the bare window was painted, as an absolute time. */
const firstPaint = (): Promise<number> =>
  new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (paint !== undefined) resolve(performance.timeOrigin + paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });

/** When the last cell of the first rows of the user table was painted. */
const usableUserTable = (): Promise<number> =>
  new Promise((resolve) => {
    let latest = 0;
    let cells = 0;
    new PerformanceObserver((list) => {
      for (const cell of list.getEntries()) {
        latest = Math.max(latest, cell.startTime);
        cells += 1;
      }
      if (cells > 40) resolve(performance.timeOrigin + latest);
    }).observe({ type: 'element', buffered: true });
  });

test('start: process start to a usable table of 100,000 users, and memory, beside a bare window', async () => {
  test.setTimeout(900_000);
  const portal = await startPortal({ seed: '100000-users' });
  const home = newHome('bench');
  const desk = await openDesk({ home, portalUrl: portal.url });
  await signInFromStart(desk.page, new Mailbox(portal.mailboxUrl), dana);
  await expect(desk.page.getByTitle('Open Waiting & attention')).toContainText('Up to date', { timeout: 240_000 });
  await goTo(desk.page, 'Manage Users');
  await expect(desk.page.getByText('100,000 users')).toBeVisible();
  await desk.close();

  const bare: Start[] = [];
  const app: Start[] = [];
  for (let run = 0; run < runs + 1; run += 1) {
    const one = await start(path.join(root, 'tests/bench/bare-window'), firstPaint);
    const other = await start(root, usableUserTable, { PORTAL_DESK_HOME: home, PORTAL_DESK_PORTAL: portal.url });
    // the first pair compiles what the others find compiled
    if (run === 0) continue;
    bare.push(one);
    app.push(other);
  }
  await portal.stop();
  removeHome(home);

  const pairs = (pick: (start: Start) => number): number[] => app.map((one, at) => pick(one) / pick(bare[at] ?? one));
  const figures = {
    runs,
    bare: {
      readyMs: median(bare.map((one) => one.readyMs)),
      rssMb: median(bare.map((one) => one.rssMb)),
      pssMb: median(bare.map((one) => one.pssMb)),
    },
    app: {
      readyMs: median(app.map((one) => one.readyMs)),
      rssMb: median(app.map((one) => one.rssMb)),
      pssMb: median(app.map((one) => one.pssMb)),
    },
    startRatio: median(pairs((one) => one.readyMs)),
    rssRatio: median(pairs((one) => one.rssMb)),
  };
  report('start', figures);
  expect(figures.startRatio).toBeLessThanOrEqual(1.5);
  expect(figures.rssRatio).toBeLessThanOrEqual(1.6);
});
