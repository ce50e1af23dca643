import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cachedFolder } from '../../../scripts/setup/cached-folder.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cached-folder-test-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** @param {string} clone */
const caches = (clone) => ({ project: path.join(folder, clone, '.cache'), user: path.join(folder, 'user') });

const make = vi.fn((/** @type {string} */ empty) => {
  fs.mkdirSync(path.join(empty, 'deep'));
  fs.writeFileSync(path.join(empty, 'deep', 'file'), 'made');
});
beforeEach(() => {
  make.mockClear();
});

it('is made once, for this clone and for the next one', async () => {
  const first = await cachedFolder('runtime-1', make, caches('one'));
  const again = await cachedFolder('runtime-1', make, caches('one'));
  const other = await cachedFolder('runtime-1', make, caches('two'));
  expect(make).toHaveBeenCalledTimes(1);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
  expect(fs.readFileSync(path.join(other, 'deep', 'file'), 'utf8')).toBe('made');
});

it('is made anew under another name', async () => {
  await cachedFolder('runtime-1', make, caches('one'));
  await cachedFolder('runtime-2', make, caches('one'));
  expect(make).toHaveBeenCalledTimes(2);
});

it('is not there at all when it could not be made whole', async () => {
  const half = (/** @type {string} */ empty) => {
    fs.writeFileSync(path.join(empty, 'file'), 'half');
    throw new Error('no network');
  };
  await expect(cachedFolder('runtime-1', half, caches('one'))).rejects.toThrow('no network');
  expect(fs.readdirSync(caches('one').user)).toEqual([]);
  expect(fs.existsSync(caches('one').project)).toBe(false);
});

it('does without the user’s cache where that cannot be written', async () => {
  fs.writeFileSync(path.join(folder, 'user'), 'a file in its place');
  const own = await cachedFolder('runtime-1', make, caches('one'));
  expect(fs.existsSync(path.join(own, 'deep', 'file'))).toBe(true);
});
