import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readProgram, requireAhead } from '../../src-main/load-program.ts';

interface Adding {
  readonly add: (a: number, b: number) => number;
  readonly folder: string;
  readonly separator: string;
}

const program = `
  const { sep } = require('node:path');
  exports.add = (a, b) => a + b;
  exports.folder = __dirname;
  exports.separator = sep; // “two-byte”
`;

const setUp = (source = program) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-program-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = path.join(folder, 'program.cjs');
  writeFileSync(file, source);
  const compiled = path.join(folder, 'data', 'program.compiled');
  const load = () => {
    const read = readProgram<Adding>(file, compiled);
    return { ...read, exports: read.run() };
  };
  return { folder, file, compiled, load };
};

describe('a program', () => {
  it('is loaded as Node would load it', () => {
    const { folder, load } = setUp();
    const { exports, wasCompiled } = load();
    expect(exports.add(2, 3)).toBe(5);
    expect(exports).toMatchObject({ folder, separator: path.sep });
    expect(wasCompiled).toBe(false);
  });

  it('comes compiled at the next start, and works as before', async () => {
    const { compiled, load } = setUp();
    const first = load();
    first.exports.add(1, 1);
    await first.keepCompiled();
    const next = load();
    expect(next.wasCompiled).toBe(true);
    expect(next.exports.add(2, 3)).toBe(5);
    if (process.platform !== 'win32') expect(statSync(compiled).mode & 0o777).toBe(0o600);
  });

  it('keeps once: what is there is left as it is', async () => {
    const { compiled, load } = setUp();
    await load().keepCompiled();
    const kept = statSync(compiled).mtimeMs;
    await load().keepCompiled();
    expect(statSync(compiled).mtimeMs).toBe(kept);
  });

  it('is compiled anew, and kept anew, when it is another one of the same length', async () => {
    const { file, load } = setUp();
    await load().keepCompiled();
    writeFileSync(file, program.replace('a + b', 'a - b'));
    const other = load();
    expect(other.wasCompiled).toBe(false);
    expect(other.exports.add(2, 3)).toBe(-1);
    await other.keepCompiled();
    expect(load()).toMatchObject({ wasCompiled: true });
  });

  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['less than a digest', (kept: Buffer) => kept.subarray(0, 20)],
    ['half of it', (kept: Buffer) => kept.subarray(0, kept.length / 2)],
    ['one bit more', (kept: Buffer) => Buffer.concat([kept, Buffer.from([1])])],
    ['another bit', (kept: Buffer) => Buffer.concat([kept.subarray(0, -1), Buffer.from([kept.at(-1) === 0 ? 1 : 0])])],
  ])('is compiled anew when what was kept holds %s', async (_, harm) => {
    const { compiled, load } = setUp();
    await load().keepCompiled();
    writeFileSync(compiled, harm(readFileSync(compiled)));
    const { exports, wasCompiled } = load();
    expect(wasCompiled).toBe(false);
    expect(exports.add(2, 3)).toBe(5);
  });

  it('runs, too, where nothing can be kept', async () => {
    const { folder, load } = setUp();
    writeFileSync(path.join(folder, 'data'), 'a file where the folder should be');
    const { exports, keepCompiled } = load();
    await expect(keepCompiled()).resolves.toBeUndefined();
    expect(exports.add(2, 3)).toBe(5);
  });

  it('throws what it throws', () => {
    expect(() => setUp('throw new Error("no keychain")').load()).toThrow('no keychain');
  });
});

describe('what a program requires', () => {
  it('can be loaded before it; what is not there is left to the program', async () => {
    const { folder, file } = setUp();
    const name = path.join(folder, 'native.cjs');
    writeFileSync(name, 'globalThis.loadedAhead?.();');
    const loaded = new Promise<void>((resolve) => {
      Object.assign(globalThis, { loadedAhead: resolve });
    });
    onTestFinished(() => {
      Object.assign(globalThis, { loadedAhead: undefined });
    });
    requireAhead(file, [path.join(folder, 'missing.cjs'), name]);
    await expect(loaded).resolves.toBeUndefined();
  });
});
