import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, isStamped, writeStamp } from '../../../scripts/setup/stamp.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stamp-test-'));
  fs.mkdirSync(path.join(folder, 'source', 'deep'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'source', 'a.ts'), 'a');
  fs.writeFileSync(path.join(folder, 'source', 'deep', 'b.ts'), 'b');
  fs.writeFileSync(path.join(folder, 'config.json'), '{}');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const hash = () => hashOf(folder, ['source', 'config.json', 'may-be-missing.json']);

describe('hashOf', () => {
  it('is the same for the same files, in whatever order they are named', () => {
    expect(hashOf(folder, ['may-be-missing.json', 'config.json', 'source'])).toBe(hash());
  });

  it.each([
    ['another content', () => fs.writeFileSync(path.join(folder, 'source', 'deep', 'b.ts'), 'c')],
    ['a new file', () => fs.writeFileSync(path.join(folder, 'source', 'c.ts'), '')],
    [
      'a file under another name',
      () => fs.renameSync(path.join(folder, 'config.json'), path.join(folder, 'source', 'c')),
    ],
    ['a file that was missing before', () => fs.writeFileSync(path.join(folder, 'may-be-missing.json'), '')],
    ['a removed file', () => fs.rmSync(path.join(folder, 'source', 'a.ts'))],
  ])('changes with %s', (_change, make) => {
    const before = hash();
    make();
    expect(hash()).not.toBe(before);
  });

  it('tells apart where one content ends and the next begins', () => {
    const before = hash();
    fs.writeFileSync(path.join(folder, 'source', 'a.ts'), 'ab');
    fs.writeFileSync(path.join(folder, 'source', 'deep', 'b.ts'), '');
    expect(hash()).not.toBe(before);
  });
});

describe('a stamp', () => {
  it('holds for what it was written for only', () => {
    const file = path.join(folder, 'out', 'desktop.stamp');
    expect(isStamped(file, 'one')).toBe(false);
    writeStamp(file, 'one');
    expect(isStamped(file, 'one')).toBe(true);
    expect(isStamped(file, 'two')).toBe(false);
  });
});
