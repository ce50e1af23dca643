import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetupProblem, step } from '../progress.mjs';
import { root } from '../project.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

// inside node_modules, so that who deletes that folder deletes the stamp with it
const stampFile = path.join(root, 'node_modules', '.portal-desk-stamp');

/** `npm ci` when node_modules is missing or was made from another lock file or for another system. */
export async function ensureNpmPackages() {
  const wanted = `${hashOf(root, ['package-lock.json'])} ${process.platform}-${process.arch}`;
  if (isStamped(stampFile, wanted)) return;
  await step('Installing npm packages', () => npm(['ci', '--no-progress'], root));
  writeStamp(stampFile, wanted);
}

/**
 * Runs npm and answers what it printed.
 * @param {readonly string[]} parameters
 * @param {string} folder
 */
export function npm(parameters, folder) {
  const [program, first] = npmProgram();
  const run = spawnSync(program, [...first, ...parameters], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (run.status !== 0) {
    const reason = run.error?.message ?? `${run.stderr}${run.stdout}`.trim();
    throw new SetupProblem(`npm ${parameters.join(' ')} failed:\n${reason}`);
  }
  return run.stdout;
}

/**
 * Started by npm, its own file is known; a shell would otherwise be needed for npm.cmd on Windows.
 * @returns {[program: string, first: string[]]}
 */
function npmProgram() {
  const started = process.env['npm_execpath'];
  if (started?.endsWith('.js') === true) return [process.execPath, [started]];
  const shipped = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return fs.existsSync(shipped) ? [process.execPath, [shipped]] : ['npm', []];
}
