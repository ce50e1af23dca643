import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import { build } from '../build/build-target.mjs';
import { startDesktop } from '../desktop/virtual-desktop.mjs';
import { inProject } from '../project.mjs';
import { readPlaywright } from './read-results.mjs';
import { resultsFolder } from './results-folder.mjs';
import { nodeProgram, runCaptured } from './run-captured.mjs';
import { sum } from './table.mjs';

/** @typedef {import('./table.mjs').Outcome} Outcome */

/**
 * The end-to-end tests in real Electron. On Linux in two halves at once, each on a desktop of its own, with its own
 * display, session bus and keychain; then, alone, those that measure.
 * @param {{asNobody: boolean}} options
 * @returns {Promise<Outcome>}
 */
export async function runEndToEnd({ asNobody }) {
  await build(['desktop', 'portal']);
  const halves = process.platform === 'linux' ? ['--shard=1/2', '--shard=2/2'] : ['--shard=1/1'];
  const outcomes = await Promise.all(
    halves.map((half, place) => runOnDesktop(`end-to-end-${place + 1}`, ['--project', 'e2e', half], asNobody)),
  );
  outcomes.push(await runOnDesktop('end-to-end-measured', ['--project', 'e2e-measured'], asNobody));
  return {
    passed: sum(outcomes, 'passed'),
    failed: sum(outcomes, 'failed'),
    skipped: sum(outcomes, 'skipped'),
    output: outcomes.map(({ output }) => output).join('\n'),
  };
}

/**
 * @param {string} name
 * @param {readonly string[]} parameters of Playwright
 * @param {boolean} asNobody
 * @returns {Promise<Outcome>}
 */
async function runOnDesktop(name, parameters, asNobody) {
  const folder = inProject(resultsFolder, name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const desktop = await startDesktop(asNobody ? { user: 'nobody' } : {});
  if (asNobody) spawnSync('chown', ['nobody', folder]);
  try {
    const { exitCode, output } = await runCaptured(
      [...desktop.as, ...nodeProgram('@playwright/test/cli.js', 'test', ...parameters)],
      { ...desktop.environment, PORTAL_DESK_RESULTS: folder },
    );
    return { ...readPlaywright(`${folder}/e2e.json`, exitCode), output };
  } finally {
    await desktop.stop();
  }
}
