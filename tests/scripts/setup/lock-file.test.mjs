import fs from 'node:fs';
import { expect, it } from 'vitest';

/** @typedef {{optionalDependencies?: Record<string, string>, resolved?: string}} LockedPackage */

const { packages } = /** @type {{packages: Record<string, LockedPackage>}} */ (
  JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
);

/**
 * Whether the package at this place would find the other one, here or in any folder above.
 * @param {string} place
 * @param {string} name
 * @returns {boolean}
 */
function findsPackage(place, name) {
  if (`${place === '' ? '' : `${place}/`}node_modules/${name}` in packages) return true;
  return place !== '' && findsPackage(place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1)), name);
}

it('locks the native binaries of every platform, not only of the machine that made it', () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !findsPackage(place, name))
      .map((name) => `${place} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

it('names no address to load from: every machine has its own registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
});
