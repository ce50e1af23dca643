import process from 'node:process';
import { expect, it } from 'vitest';
import { runWithFaults, type RunSize } from './faults/run-with-faults.ts';
import { printFigures } from './support/print-figures.ts';
import { tortureSettings } from './support/torture-settings.ts';

const { seed, runs, isLong } = tortureSettings({ short: 1, long: 20 });
const size: RunSize = isLong
  ? { decisions: 10_000, users: 400, requests: 250 }
  : { decisions: 400, users: 60, requests: 20 };

it('loses no decision, doubles none and hides no refusal, whatever happens to its request', async () => {
  const serverUrl = process.env['TEST_DATABASE_URL'] ?? '';
  for (let run = 0; run < runs; run += 1) {
    const figures = await runWithFaults(serverUrl, seed + run, size);
    printFigures('faults', figures);
    expect(figures).toMatchObject({
      lost: 0,
      duplicated: 0,
      hidden: 0,
      unsettled: 0,
      outOfOrder: 0,
      unfed: 0,
      effectsWithoutAudit: 0,
      feedGaps: 0,
      differingRows: 0,
      signedOut: 0,
      bugs: 0,
      auditRows: figures.applied,
    });
    expect(figures.applied + figures.refused).toBe(figures.decisions);
    expect(figures.faulted / figures.requests).toBeGreaterThan(0.25);
  }
});
