import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';

/** A small file beside the cache, for what is neither secret nor personal. */
export interface JsonFile<Value> {
  read(): Value;
  /** Throws when the disk refuses it; the old content is whole then. */
  write(value: Value): void;
}

/** `fallback` stands for a file that is not there, not JSON, or not of the schema. */
export function jsonFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  fallback: z.output<Schema>,
): JsonFile<z.output<Schema>> {
  return {
    read() {
      try {
        return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return fallback;
      }
    },
    write(value) {
      mkdirSync(path.dirname(file), { recursive: true });
      const draft = `${file}.new`;
      writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
      renameSync(draft, file);
    },
  };
}
