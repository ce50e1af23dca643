import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { dana, goTo, signInFromStart, untilInStep } from './support/steps.ts';

// a trace takes pictures of every change, and would be what is measured
test.use({ seed: '100000-users', trace: 'off' });

/** What `plainDrawing` takes, in the middle, on the slowest of the computers that this was tried on while it was idle. */
const plainDrawingMs = 55;

const quantile = (figures: readonly number[], share: number): number =>
  figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * share))] ?? Number.NaN;

test('100,000 users: the first page in 100 ms, a keystroke in 50 ms p95, and no more rows than are shown', async ({
  desk,
  mailbox,
}) => {
  test.setTimeout(300_000);
  const { page } = desk;
  await signInFromStart(page, mailbox, dana);
  await expect(page.getByTitle('Open Waiting & attention')).toContainText(/Up to date/u, { timeout: 180_000 });
  await untilInStep(page);

  // the click and the first drawn row are both timed inside the page
  const clicks: number[] = [];
  for (let time = 0; time < 7; time += 1) {
    await goTo(page, 'Home');
    clicks.push(
      await page.evaluate(async () => {
        const button = [...document.querySelectorAll<HTMLElement>('nav button')].find(
          (one) => one.textContent === 'Manage Users',
        );
        const started = performance.now();
        button?.click();
        await new Promise<void>((resolve) => {
          const look = () => {
            const cells = document.querySelectorAll('[role=grid] tbody tr:not([aria-busy]) td');
            if (cells.length > 20) requestAnimationFrame(() => resolve());
            else requestAnimationFrame(look);
          };
          look();
        });
        return performance.now() - started;
      }),
    );
  }
  await expect(page.getByText('100,000 users')).toBeVisible();

  // what else runs on the machine only ever adds: the calmest of five rounds says what the app takes
  const rounds = [await typeWords(page)];
  const calmest = (): number => Math.min(...rounds.map(({ keystrokes }) => quantile(keystrokes, 0.95)));
  while (rounds.length < 5 && calmest() > 50) rounds.push(await typeWords(page));
  // a machine that others keep busy is given as much more time as it takes for the same plain drawing
  const plainDrawing = quantile(
    rounds.flatMap(({ plainDrawings }) => plainDrawings),
    0.5,
  );
  const slowness = Math.max(1, plainDrawing / plainDrawingMs);

  const rows = await page.getByRole('grid', { name: 'Users' }).locator('tbody tr').count();
  const figures = {
    clickMedianMs: Math.round(quantile(clicks, 0.5)),
    keystrokeP95Ms: Math.round(calmest()),
    plainDrawingMs: Math.round(plainDrawing),
    slowness: Math.round(slowness * 100) / 100,
    rowsInThePage: rows,
  };
  test.info().annotations.push({ type: 'figures', description: JSON.stringify(figures) });
  process.stdout.write(`large organization ${JSON.stringify(figures)}\n`);
  expect(figures.clickMedianMs).toBeLessThanOrEqual(100 * slowness);
  expect(figures.keystrokeP95Ms).toBeLessThanOrEqual(50 * slowness);
  expect(rows).toBeLessThanOrEqual(60);
});

interface Round {
  /** Milliseconds from each keystroke to the frame that shows its answer: the first frame after the last change to the table. */
  readonly keystrokes: number[];
  /** After each keystroke, milliseconds to draw plain rows again and again. */
  readonly plainDrawings: number[];
}

function typeWords(page: Page): Promise<Round> {
  return page.evaluate(async () => {
    const box = document.querySelector<HTMLInputElement>('input[aria-label="Search users"]');
    const grid = document.querySelector('[role=grid]');
    if (box === null || grid === null) throw new Error('The user table is not there');
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const enter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const type = async (text: string): Promise<number> => {
      let shownAt = 0;
      let calmFrames = 0;
      const changes = new MutationObserver(() => {
        calmFrames = 0;
        requestAnimationFrame(() => (shownAt = performance.now()));
      });
      changes.observe(grid, { subtree: true, childList: true, characterData: true, attributes: true });
      const startedAt = performance.now();
      enter?.call(box, text);
      box.dispatchEvent(new Event('input', { bubbles: true }));
      while (calmFrames < 8) {
        await nextFrame();
        const isSettled =
          grid.getAttribute('aria-busy') !== 'true' && grid.querySelector('tbody tr[aria-busy]') === null;
        calmFrames = isSettled ? calmFrames + 1 : 0;
      }
      changes.disconnect();
      return Math.max(0, shownAt - startedAt);
    };
    const plainDrawing = (): number => {
      const startedAt = performance.now();
      const place = document.createElement('div');
      place.style.position = 'fixed';
      document.body.append(place);
      for (let time = 0; time < 20; time += 1) {
        const rows = Array.from({ length: 20 }, (_row, at) => {
          const row = document.createElement('p');
          for (let cell = 0; cell < 6; cell += 1) row.append(document.createElement('span'), `${time} ${at} ${cell} `);
          return row;
        });
        place.replaceChildren(...rows);
        // lays them out
        place.getBoundingClientRect();
      }
      place.remove();
      return performance.now() - startedAt;
    };
    const [keystrokes, plainDrawings]: [number[], number[]] = [[], []];
    for (const word of ['garcia', 'mari', 'ol', 'whitfield', 'zo', 'chen']) {
      for (let length = 1; length <= word.length; length += 1) {
        keystrokes.push(await type(word.slice(0, length)));
        plainDrawings.push(plainDrawing());
      }
      await type('');
    }
    return { keystrokes, plainDrawings };
  });
}
