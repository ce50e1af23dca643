import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const folderName = 'portal-desk';

/**
 * Where this user's programs keep what can be made again. Shared by all clones of the project.
 * @param {{platform?: NodeJS.Platform, environment?: NodeJS.ProcessEnv, home?: string}} [host]
 */
export function userCacheFolder({ platform = process.platform, environment = process.env, home = os.homedir() } = {}) {
  const base = {
    darwin: path.join(home, 'Library', 'Caches'),
    win32: environment['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'),
    other: environment['XDG_CACHE_HOME'] || path.join(home, '.cache'),
  };
  return path.join(platform === 'darwin' || platform === 'win32' ? base[platform] : base.other, folderName);
}

/**
 * Where this user's programs keep what must last.
 * @param {{platform?: NodeJS.Platform, environment?: NodeJS.ProcessEnv, home?: string}} [host]
 */
export function userDataFolder({ platform = process.platform, environment = process.env, home = os.homedir() } = {}) {
  const base = {
    darwin: path.join(home, 'Library', 'Application Support'),
    win32: environment['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'),
    other: environment['XDG_DATA_HOME'] || path.join(home, '.local', 'share'),
  };
  return path.join(platform === 'darwin' || platform === 'win32' ? base[platform] : base.other, folderName);
}
