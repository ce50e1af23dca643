import process from 'node:process';
import { electronEnvironment, ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureNativeSqlite } from './native-sqlite.mjs';
import { requireNode } from './node-version.mjs';
import { ensureNpmPackages } from './npm-packages.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Brings what is missing on this machine, and does nothing when nothing is. Until this has run, scripts may use Node's
 * own modules only.
 * @param {readonly import('./system-packages.mjs').Purpose[]} [systemPurposes]
 */
export async function ensureSetup(systemPurposes = []) {
  requireNode();
  await ensureNpmPackages();
  await ensureSystemPackages(systemPurposes);
}

/**
 * Electron and an SQLite that both Electron and this Node can load. What is started from here finds the runtime in its
 * environment.
 */
export async function ensureElectron() {
  const runtime = await ensureElectronRuntime();
  Object.assign(process.env, electronEnvironment(runtime));
  await ensureNativeSqlite(runtime.version, () => ensureSystemPackages(['native-build']));
  return runtime;
}
