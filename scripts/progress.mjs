import process from 'node:process';

/**
 * One line on what is being done. On standard error, because standard output belongs to what the commands answer.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Says what starts, does it, and says how long it took.
 * @template T
 * @param {string} text
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(text, work) {
  say(`${text} ...`);
  const startedMs = performance.now();
  const answer = await work();
  say(`${text}: done in ${seconds(performance.now() - startedMs)}`);
  return answer;
}

/** @param {number} durationMs */
export const seconds = (durationMs) => `${(durationMs / 1000).toFixed(1)} s`;

/** What the user can mend. Shown as its message alone, without a stack. */
export class SetupProblem extends Error {}

/**
 * Runs a script's main function; a failure ends the process with exit code 1.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0;
  } catch (error) {
    if (error instanceof SetupProblem) say(`\n${error.message}`);
    else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
