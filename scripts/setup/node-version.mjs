import process from 'node:process';
import { SetupProblem } from '../progress.mjs';

/** What Vite needs; package.json says the same under `engines`. */
const oldest = /** @type {const} */ ([20, 19]);

/** @param {string} version as Node tells its own */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

export function requireNode() {
  if (isNewEnough(process.versions.node)) return;
  throw new SetupProblem(`This needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.`);
}
