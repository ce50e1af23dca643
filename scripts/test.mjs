// npm test [-- SUITE ...] [--as-nobody]: all suites, or the named ones, to the end: the checks at once, then one after the other
import fs from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { onStopSignal } from './child.mjs';
import { SetupProblem, runMain, say, seconds } from './progress.mjs';
import { inProject } from './project.mjs';
import { ensureElectron, ensureSetup } from './setup/ensure-setup.mjs';
import { resultsFolder } from './suites/results-folder.mjs';
import { suites } from './suites/suites.mjs';
import { closingLine, sum, table, withNothingRunAsFailure } from './suites/table.mjs';

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    // the end-to-end tests as another user than root, so that Chromium's sandbox is on
    options: { 'as-nobody': { type: 'boolean', default: false } },
  });
  const chosen = chooseSuites(positionals);
  await ensureSetup(chosen.flatMap((suite) => suite.systemPackages));
  if (chosen.some((suite) => suite.needsElectron)) await ensureElectron();
  fs.mkdirSync(inProject(resultsFolder), { recursive: true });

  // the suite that runs ends its programs itself; the ones after it are not begun
  let isStopped = false;
  onStopSignal(() => (isStopped = true));
  const results = [];
  for (const batch of batchesOf(chosen)) {
    if (isStopped) break;
    results.push(...(await Promise.all(batch.map((suite) => runSuite(suite, { asNobody: values['as-nobody'] })))));
  }
  process.stdout.write(`\n${table(results)}\n\n${closingLine(results)}\n`);
  return isStopped || sum(results, 'failed') > 0 ? 1 : 0;
});

/** @param {readonly string[]} names */
function chooseSuites(names) {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new SetupProblem(
      `No such suite: ${unknown.join(' ')}. There are: ${suites.map((suite) => suite.name).join(' ')}`,
    );
  }
  return names.length === 0 ? suites : suites.filter((suite) => names.includes(suite.name));
}

/**
 * Checks at once, then one suite after the other.
 * @param {readonly import('./suites/suites.mjs').Suite[]} chosen
 */
function batchesOf(chosen) {
  const others = chosen.filter(({ isCheck }) => !isCheck);
  return [chosen.filter(({ isCheck }) => isCheck), ...others.map((suite) => [suite])];
}

/**
 * @param {import('./suites/suites.mjs').Suite} suite
 * @param {import('./suites/suites.mjs').Options} options
 */
async function runSuite(suite, options) {
  const startedMs = performance.now();
  const outcome = withNothingRunAsFailure(await runToOutcome(suite, options));
  const tookMs = performance.now() - startedMs;
  fs.writeFileSync(inProject(resultsFolder, `${suite.name}.log`), outcome.output);
  const { passed, failed, skipped } = outcome;
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
  const line = `${suite.name}: ${counts.filter(Boolean).join(', ')} in ${seconds(tookMs)}`;
  say(failed === 0 ? `✓ ${line}` : `✗ ${line}\n\n${outcome.output.trim()}\n`);
  return { ...outcome, name: suite.name, tookMs };
}

/**
 * What breaks while a suite is prepared is that suite's failure: the others still run.
 * @param {import('./suites/suites.mjs').Suite} suite
 * @param {import('./suites/suites.mjs').Options} options
 * @returns {Promise<import('./suites/table.mjs').Outcome>}
 */
async function runToOutcome(suite, options) {
  try {
    return await suite.run(options);
  } catch (error) {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, skipped: 0, output };
  }
}
