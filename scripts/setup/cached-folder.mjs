import fs from 'node:fs';
import path from 'node:path';
import { inProject } from '../project.mjs';
import { userCacheFolder } from '../user-folders.mjs';

/**
 * A folder of the project's `.cache`, made at most once per user: what one clone has made, the next one links.
 * @param {string} name names what is in it completely: version, platform, checksum
 * @param {(folder: string) => Promise<void> | void} make fills the empty folder it is given
 * @param {{project: string, user: string}} [caches]
 * @returns {Promise<string>} the folder in the project
 */
export async function cachedFolder(name, make, caches = { project: inProject('.cache'), user: userCacheFolder() }) {
  const own = path.join(caches.project, name);
  if (fs.existsSync(own)) return own;
  const shared = path.join(caches.user, name);
  if (!fs.existsSync(shared) && isWritable(path.dirname(shared))) await makeWhole(shared, make);
  await makeWhole(own, fs.existsSync(shared) ? (folder) => linkTree(shared, folder) : make);
  return own;
}

/**
 * Fills a neighbour and renames it, so that the folder is there with all that is in it or not at all.
 * @param {string} folder
 * @param {(folder: string) => Promise<void> | void} make
 */
async function makeWhole(folder, make) {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const unfinished = fs.mkdtempSync(`${folder}.`);
  try {
    fs.chmodSync(unfinished, 0o755);
    await make(unfinished);
    if (!fs.existsSync(folder)) fs.renameSync(unfinished, folder);
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * Hard links where the file system allows them, copies elsewhere.
 * @param {string} from
 * @param {string} to
 */
function linkTree(from, to) {
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) {
      fs.mkdirSync(target);
      linkTree(source, target);
    } else {
      linkOrCopy(source, target);
    }
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkOrCopy(source, target) {
  try {
    fs.linkSync(source, target);
  } catch {
    fs.copyFileSync(source, target);
  }
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
