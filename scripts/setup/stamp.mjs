import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * A hash over names and contents of files and, recursively, folders. What does not exist counts as absent, so that
 * creating it changes the hash.
 * @param {string} base paths are taken, and named in the hash, relative to it
 * @param {readonly string[]} paths
 */
export function hashOf(base, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((name) => filesBelow(base, name)).toSorted()) {
    const content = fs.readFileSync(path.join(base, file));
    hash.update(`${file.replaceAll(path.sep, '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} base
 * @param {string} name
 * @returns {string[]}
 */
function filesBelow(base, name) {
  const stat = fs.statSync(path.join(base, name), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [name];
  return fs.readdirSync(path.join(base, name)).flatMap((child) => filesBelow(base, path.join(name, child)));
}

/**
 * Whether the stamp file says that what it stands for was made from exactly this.
 * @param {string} stampFile
 * @param {string} hash
 */
export function isStamped(stampFile, hash) {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === hash;
}

/**
 * @param {string} stampFile
 * @param {string} hash
 */
export function writeStamp(stampFile, hash) {
  fs.mkdirSync(path.dirname(stampFile), { recursive: true });
  fs.writeFileSync(stampFile, hash);
}
