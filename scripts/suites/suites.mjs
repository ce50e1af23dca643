import fs from 'node:fs';
import { build } from '../build/build-target.mjs';
import { isPostgresInstalled, startPostgres } from '../database/throwaway-postgres.mjs';
import { inProject } from '../project.mjs';
import { runEndToEnd } from './end-to-end.mjs';
import { readVitest } from './read-results.mjs';
import { resultsFolder } from './results-folder.mjs';
import { nodeProgram, runCaptured } from './run-captured.mjs';

/** @typedef {import('./table.mjs').Outcome} Outcome */
/** @typedef {{asNobody: boolean}} Options */

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {readonly import('../setup/system-packages.mjs').Purpose[]} systemPackages
 * @property {boolean} needsElectron true also for tests that load SQLite, which is built to suit it
 * @property {boolean} isCheck reads the sources and nothing else: may run beside others like it
 * @property {(options: Options) => Promise<Outcome>} run
 */

/** In the order in which they run: what answers soonest comes first. @type {readonly Suite[]} */
export const suites = [
  check('types', nodeProgram('typescript/bin/tsc', '--project', '.')),
  check('lint', nodeProgram('oxlint/bin/oxlint', '--type-aware', '--deny-warnings')),
  check('format', nodeProgram('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')),
  check('unused', nodeProgram('knip/bin/knip.js', '--no-progress')),
  {
    name: 'unit',
    systemPackages: [],
    needsElectron: true,
    isCheck: false,
    run: () => runVitest('unit', ['unit', 'renderer']),
  },
  {
    name: 'portal',
    systemPackages: ['oathtool'],
    needsElectron: false,
    isCheck: false,
    run: () => runVitest('portal', ['portal'], { TEST_DATABASE_URL: undefined }),
  },
  {
    name: 'portal-postgres',
    systemPackages: ['postgresql', 'oathtool'],
    needsElectron: false,
    isCheck: false,
    run: () => runOnPostgres('portal-postgres', ['portal']),
  },
  {
    name: 'build',
    systemPackages: [],
    needsElectron: false,
    isCheck: false,
    run: runBuild,
  },
  {
    name: 'torture',
    systemPackages: ['postgresql', 'strace'],
    needsElectron: true,
    isCheck: false,
    run: runTorture,
  },
  {
    name: 'e2e',
    systemPackages: ['electron', 'virtual-desktop'],
    needsElectron: true,
    isCheck: false,
    run: runEndToEnd,
  },
];

/**
 * A program whose exit code is the whole answer.
 * @param {string} name
 * @param {readonly string[]} command
 * @returns {Suite}
 */
function check(name, command) {
  const run = async () => {
    const { exitCode, output } = await runCaptured(command);
    return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0, output };
  };
  return { name, systemPackages: [], needsElectron: false, isCheck: true, run };
}

/**
 * @param {string} name
 * @param {readonly string[]} projects
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<Outcome>}
 */
async function runVitest(name, projects, environment) {
  const report = inProject(resultsFolder, `${name}.json`);
  fs.rmSync(report, { force: true });
  const { exitCode, output } = await runCaptured(
    nodeProgram(
      'vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...['default', 'json', 'junit'].flatMap((reporter) => ['--reporter', reporter]),
      `--outputFile.json=${report}`,
      `--outputFile.junit=${inProject(resultsFolder, `${name}.xml`)}`,
    ),
    environment,
  );
  return { ...readVitest(report, exitCode), output };
}

/**
 * @param {string} name
 * @param {readonly string[]} projects
 * @returns {Promise<Outcome>}
 */
async function runOnPostgres(name, projects) {
  if (!isPostgresInstalled()) return { passed: 0, failed: 0, skipped: 1, output: 'PostgreSQL is not installed.' };
  const { url, stop } = await startPostgres();
  try {
    return await runVitest(name, projects, { TEST_DATABASE_URL: url });
  } finally {
    stop();
  }
}

/** Short runs of what `npm run torture` does at length. @returns {Promise<Outcome>} */
async function runTorture() {
  await build(['portal']);
  return runOnPostgres('torture', ['torture', 'torture-measured']);
}

/** @returns {Promise<Outcome>} */
async function runBuild() {
  try {
    await build(['desktop', 'portal']);
    return { passed: 1, failed: 0, skipped: 0, output: '' };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, output: error instanceof Error ? error.message : String(error) };
  }
}
