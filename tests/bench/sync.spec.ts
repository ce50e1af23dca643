import type { IntervalHistogram } from 'node:perf_hooks';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import type { User } from '../../src-shared/domain/user.ts';
import { Colleague } from '../e2e/support/colleague.ts';
import { newHome, openDesk, removeHome } from '../e2e/support/desk.ts';
import { Mailbox } from '../e2e/support/mailbox.ts';
import { startPortal } from '../e2e/support/portal-process.ts';
import { dana, goTo, signInFromStart } from '../e2e/support/steps.ts';
import { median, report } from './figures.ts';

const users = 100_000;
const changes = Number(process.env['BENCH_RUNS'] ?? 10);

/** Watches how long the main process leaves its event loop waiting; ended, answers the milliseconds. */
async function watchEventLoop(app: ElectronApplication): Promise<() => Promise<{ p99Ms: number; maxMs: number }>> {
  const watch = await app.evaluateHandle(() => {
    const histogram = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 1 });
    histogram.enable();
    return histogram;
  });
  return async () => {
    const figures = await watch.evaluate((histogram: IntervalHistogram) => {
      histogram.disable();
      return { p99Ms: histogram.percentile(99) / 1e6, maxMs: histogram.max / 1e6 };
    });
    await watch.dispose();
    return figures;
  };
}

/** Resolves when the text stands in the only row of the user table, with the moment, as milliseconds since 1970. */
const untilShown = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const grid = document.querySelector('[role=grid][aria-label=Users]') ?? document.body;
        const look = (): void => {
          const [row, ...more] = grid.querySelectorAll('tbody tr');
          if (row === undefined || more.length > 0 || row.textContent.includes(wanted) !== true) return;
          changed.disconnect();
          resolve(performance.timeOrigin + performance.now());
        };
        const changed = new MutationObserver(look);
        changed.observe(grid, { subtree: true, childList: true, characterData: true });
        look();
      }),
    text,
  );

test('sync: a first load of 100,000 users, and a change to one of them on the way to another screen', async () => {
  test.setTimeout(900_000);
  const portal = await startPortal({ seed: `${users}-users` });
  const mailbox = new Mailbox(portal.mailboxUrl);
  const home = newHome('bench');
  const { app, page, close } = await openDesk({ home, portalUrl: portal.url });
  const loaded = await watchEventLoop(app);
  const startedMs = performance.now();
  await signInFromStart(page, mailbox, dana);
  await expect(page.getByTitle('Open Waiting & attention')).toContainText('Up to date', { timeout: 600_000 });
  const firstLoad = { ...(await loaded()), seconds: (performance.now() - startedMs) / 1000 };

  process.stdout.write(`first load ${JSON.stringify(firstLoad)}\n`);

  const colleague = await Colleague.signIn(portal, mailbox, 'renee.okonkwo@example.com');
  const someone = await colleague.someUser();
  await goTo(page, 'Manage Users');
  await page.getByLabel('Search users').fill(someone.email);
  await untilShown(page, 'Active');

  const delays: number[] = [];
  let { version }: Pick<User, 'version'> = someone;
  for (let change = 0; change < changes; change += 1) {
    const revoked = change % 2 === 0;
    const shown = untilShown(page, revoked ? 'Revoked' : 'Active');
    const outcome = await colleague.decide(
      someone.organizationId,
      version,
      revoked
        ? { kind: 'revoke-user', subjectId: someone.id, payload: { reason: null } }
        : { kind: 'restore-user', subjectId: someone.id, payload: {} },
    );
    const answeredAtMs = Date.now();
    if (outcome.status !== 'applied') throw new Error(JSON.stringify(outcome.error));
    version = outcome.version;
    delays.push((await shown) - answeredAtMs);
  }
  await close();
  await portal.stop();
  removeHome(home);

  const figures = {
    users,
    firstLoad,
    change: { count: changes, medianMs: median(delays), worstMs: Math.max(...delays) },
  };
  report('sync', figures);
  expect(figures.change.worstMs).toBeLessThanOrEqual(1_000);
  expect(figures.firstLoad.p99Ms).toBeLessThan(20);
});
