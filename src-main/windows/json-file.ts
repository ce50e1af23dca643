import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A small file beside the cache, for what is neither secret nor personal. */
export interface JsonFile<Value> {
  read(): Value;
  /** Throws when the disk refuses it; the old content is whole then. */
  write(value: Value): void;
}

/**
 * How each entry is understood from what was found in the file; undefined when it is not what it has to be. Without
 * schemas: these files are read before the window opens, and a schema library takes its time to load.
 */
export type Entries<Value> = { readonly [Name in keyof Value]: (found: unknown) => Value[Name] | undefined };

/**
 * Each entry that is not there or that its reader does not understand is that of `fallback`; so are all of a file that is
 * not there or not JSON.
 */
export function jsonFile<Value extends object>(
  file: string,
  entries: Entries<Value>,
  fallback: Value,
): JsonFile<Value> {
  const names = Object.keys(fallback) as (keyof Value)[];
  return {
    read() {
      const found = contentOf(file);
      const value = { ...fallback };
      for (const name of names) value[name] = entries[name](found[name]) ?? fallback[name];
      return value;
    },
    write(value) {
      mkdirSync(path.dirname(file), { recursive: true });
      const draft = `${file}.new`;
      writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
      renameSync(draft, file);
    },
  };
}

/** Understands exactly one of these words. */
export const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (found: unknown): Word | undefined =>
    words.find((word) => word === found);

function contentOf(file: string): Readonly<Record<PropertyKey, unknown>> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null ? { ...content } : {};
  } catch {
    return {};
  }
}
