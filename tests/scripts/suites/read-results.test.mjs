import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlaywright, readVitest } from '../../../scripts/suites/read-results.mjs';

/** @type {string} */
let folder;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'results-test-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** @param {unknown} report */
function written(report) {
  const file = path.join(folder, 'report.json');
  fs.writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('readVitest', () => {
  const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };

  it('counts tests', () => {
    expect(readVitest(written(report), 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  it('has a failure when a file did not load, although no test failed', () => {
    expect(readVitest(written({ ...report, numFailedTests: 0 }), 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  it('has a failure when there is no report', () => {
    expect(readVitest(path.join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('readPlaywright', () => {
  it('counts a test that passed only on another try as failed', () => {
    const file = written({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(readPlaywright(file, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('has a failure when there is no report', () => {
    expect(readPlaywright(path.join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
