import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parsedJson } from '../../../src-main/cache/parsed-json.ts';

const schema = z.strictObject({ n: z.number() });

describe('a column of JSON', () => {
  it('is parsed once for each text', () => {
    const read = parsedJson(schema, 2);
    const first = read('{"n":1}');
    expect(first).toEqual({ n: 1 });
    expect(read('{"n":1}')).toBe(first);
    expect(read('{"n":2}')).toEqual({ n: 2 });
    expect(read('{"n":1}')).toBe(first);
  });

  it('is not held for ever', () => {
    const read = parsedJson(schema, 2);
    const first = read('{"n":1}');
    read('{"n":2}');
    read('{"n":3}');
    expect(read('{"n":1}')).toEqual(first);
    expect(read('{"n":1}')).not.toBe(first);
  });

  it('is refused where it is something else, each time', () => {
    const read = parsedJson(schema);
    expect(() => read('{"n":"1"}')).toThrow();
    expect(() => read('{"n":"1"}')).toThrow();
  });
});
