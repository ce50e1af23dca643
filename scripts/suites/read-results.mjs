import fs from 'node:fs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/**
 * What Vitest's JSON report counted. A run that failed without a failed test, by a file that does not load for one,
 * has one failure.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Counts}
 */
export function readVitest(file, exitCode) {
  const report =
    /** @type {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number} | undefined} */
    (readJson(file));
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return withFailure(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/**
 * What Playwright's JSON report counted. A test that passed only when tried again has failed.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Counts}
 */
export function readPlaywright(file, exitCode) {
  const report =
    /** @type {{stats: {expected: number, unexpected: number, flaky: number, skipped: number}} | undefined} */
    (readJson(file));
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withFailure(exitCode, { passed: expected, failed: unexpected + flaky, skipped });
}

/**
 * @param {number} exitCode
 * @param {Counts} counts
 */
function withFailure(exitCode, counts) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} file
 * @returns {unknown} undefined where there is no report: the runner died before it wrote one
 */
function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
