import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

export interface Program<Exports> {
  /** Evaluates it, like `require` does; throws what it throws. To be called once. */
  run(): Exports;
  /** Whether what V8 had compiled of exactly this program was there and of use. */
  readonly wasCompiled: boolean;
  /**
   * Keeps what V8 has compiled of it by now, for the next start; does nothing if it was there. Holds the thread up for
   * some 15 ms. A disk that refuses it costs the next start its time, nothing else.
   */
  keepCompiled(): Promise<void>;
}

type Wrapped = (exports: unknown, require: NodeJS.Require, module: unknown, file: string, folder: string) => void;

const digestBytes = 32;

/**
 * Reads a CommonJS program, with what V8 compiled of it at an earlier start: of a program of this size, compiling takes
 * longer than running it. `compiledFile` begins with a digest of the program and of what follows, so that neither another
 * version nor half a file is taken; V8 itself refuses what another V8 made.
 */
export function readProgram<Exports>(file: string, compiledFile: string): Program<Exports> {
  const source = readFileSync(file);
  const compiled = compiledOf(source, compiledFile);
  const script = new vm.Script(
    `(function (exports, require, module, __filename, __dirname) {${source.toString('utf8')}\n})`,
    { filename: file, ...(compiled === null ? {} : { cachedData: compiled }) },
  );
  const wasCompiled = compiled !== null && script.cachedDataRejected === false;
  return {
    wasCompiled,
    run() {
      const module: { exports: unknown } = { exports: {} };
      const wrapped = script.runInThisContext() as Wrapped;
      wrapped(module.exports, createRequire(file), module, file, path.dirname(file));
      return module.exports as Exports;
    },
    async keepCompiled() {
      if (wasCompiled) return;
      const data = script.createCachedData();
      const draft = `${compiledFile}.new`;
      try {
        await mkdir(path.dirname(compiledFile), { recursive: true });
        await writeFile(draft, Buffer.concat([digestOf(source, data), data]), { mode: 0o600 });
        await rename(draft, compiledFile);
      } catch {
        // the next start compiles again
      }
    },
  };
}

/** Loads what a program will require, each in a turn of its own; who asks for the thread in between is not kept waiting. */
export function requireAhead(file: string, names: readonly string[]): void {
  const [name, ...others] = names;
  if (name === undefined) return;
  setTimeout(() => {
    try {
      createRequire(file)(name);
    } catch {
      // the program fails of it, and tells
    }
    requireAhead(file, others);
  });
}

function compiledOf(source: Buffer, compiledFile: string): Buffer | null {
  try {
    const content = readFileSync(compiledFile);
    const data = content.subarray(digestBytes);
    return digestOf(source, data).equals(content.subarray(0, digestBytes)) ? data : null;
  } catch {
    return null;
  }
}

const digestOf = (source: Buffer, data: Buffer): Buffer => createHash('sha256').update(source).update(data).digest();
