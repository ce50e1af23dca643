import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod/mini';

/** A small file beside the cache, for what is neither secret nor personal. */
export interface JsonFile<Value> {
  read(): Value;
  /** Throws when the disk refuses it; the old content is whole then. */
  write(value: Value): void;
}

/** What each entry of such a file has to be. */
type Shape = Readonly<Record<string, z.ZodMiniType>>;

/** Each entry that is not there or not of its schema is that of `fallback`; so are all of a file that is not there or not JSON. */
export function jsonFile<Entries extends Shape>(
  file: string,
  entries: Entries,
  fallback: z.output<z.ZodMiniObject<Entries>>,
): JsonFile<z.output<z.ZodMiniObject<Entries>>> {
  type Value = z.output<z.ZodMiniObject<Entries>>;
  return {
    read() {
      const found = contentOf(file);
      const kept = Object.entries(entries).flatMap(([name, schema]) => {
        const entry = schema.safeParse(found[name]);
        return entry.success ? [[name, entry.data] as const] : [];
      });
      return { ...fallback, ...Object.fromEntries(kept) } as Value;
    },
    write(value) {
      mkdirSync(path.dirname(file), { recursive: true });
      const draft = `${file}.new`;
      writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
      renameSync(draft, file);
    },
  };
}

function contentOf(file: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null ? { ...content } : {};
  } catch {
    return {};
  }
}
