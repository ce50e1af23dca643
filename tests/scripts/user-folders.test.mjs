import path from 'node:path';
import { expect, it } from 'vitest';
import { userCacheFolder, userDataFolder } from '../../scripts/user-folders.mjs';

const home = path.join('/', 'home', 'ada');

it.each([
  ['linux', {}, '.cache/portal-desk', '.local/share/portal-desk'],
  ['darwin', {}, 'Library/Caches/portal-desk', 'Library/Application Support/portal-desk'],
  ['win32', {}, 'AppData/Local/portal-desk', 'AppData/Roaming/portal-desk'],
])('are the usual ones of %s', (platform, environment, cache, data) => {
  const host = { platform: /** @type {NodeJS.Platform} */ (platform), environment, home };
  expect(userCacheFolder(host)).toBe(path.join(home, cache));
  expect(userDataFolder(host)).toBe(path.join(home, data));
});

it('are where the XDG variables say', () => {
  const environment = { XDG_CACHE_HOME: '/quick', XDG_DATA_HOME: '/lasting' };
  expect(userCacheFolder({ platform: 'linux', environment, home })).toBe('/quick/portal-desk');
  expect(userDataFolder({ platform: 'linux', environment, home })).toBe('/lasting/portal-desk');
});
