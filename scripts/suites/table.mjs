import { seconds } from '../progress.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} output everything the suite printed
 */

/** @typedef {Outcome & {name: string, tookMs: number}} SuiteResult */

/**
 * What counts: a suite that ran nothing has not succeeded, unless it says what it left out.
 * @param {Outcome} outcome
 * @returns {Outcome}
 */
export function withNothingRunAsFailure(outcome) {
  if (outcome.passed + outcome.failed + outcome.skipped > 0) return outcome;
  return { ...outcome, failed: 1, output: `${outcome.output}\nThe suite ran no test.` };
}

/** @param {readonly SuiteResult[]} results */
export function table(results) {
  const head = ['suite', 'passed', 'failed', 'skipped', 'time'];
  const rows = results.map(({ name, passed, failed, skipped, tookMs }) => [
    name,
    ...[passed, failed, skipped].map(String),
    seconds(tookMs),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = [head, widths.map((width) => '-'.repeat(width)), ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return lines.join('\n');
}

/**
 * The last line of a test run.
 * @param {readonly SuiteResult[]} results
 */
export function closingLine(results) {
  return `${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed`;
}

/**
 * @param {readonly Pick<Outcome, 'passed' | 'failed' | 'skipped'>[]} results
 * @param {'passed' | 'failed' | 'skipped'} count
 */
export const sum = (results, count) => results.reduce((total, result) => total + result[count], 0);
