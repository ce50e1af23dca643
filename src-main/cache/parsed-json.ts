import type { z } from 'zod';

/**
 * Reads a column of JSON that is asked for again and again: the same text is parsed once. What is answered is shared, and not to
 * be changed. Holds the values of `most` texts at most.
 */
export function parsedJson<Value>(schema: z.ZodType<Value>, most = 100): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = schema.parse(JSON.parse(text));
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
