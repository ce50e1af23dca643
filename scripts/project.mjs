import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: everything the scripts make stays below it, or below the user's own cache and data folders. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string[]} parts */
export const inProject = (...parts) => path.join(root, ...parts);

/**
 * The version of a package in node_modules.
 * @param {string} name
 */
export function installedVersion(name) {
  const file = inProject('node_modules', name, 'package.json');
  const { version } = /** @type {{version: string}} */ (JSON.parse(fs.readFileSync(file, 'utf8')));
  return version;
}
