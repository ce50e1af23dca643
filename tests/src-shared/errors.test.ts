import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldProblems, invalidInput } from '../../src-shared/errors.ts';
import { lineOfText } from '../../src-shared/domain/text.ts';

const problems = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? [] : fieldProblems(parsed.error);
};

describe('field problems', () => {
  const schema = z.object({
    name: lineOfText(5),
    count: z.int().min(2).max(4),
    kind: z.enum(['a', 'b']),
    tags: z.array(z.string()),
  });
  it('carry the codes of our schemas and translate those of zod', () => {
    expect(problems(schema, { name: 'too long', count: 9, kind: 'c', tags: ['x', 7] })).toEqual([
      { path: 'name', code: 'too_long' },
      { path: 'count', code: 'too_long' },
      { path: 'kind', code: 'not_an_option' },
      { path: 'tags.1', code: 'invalid_format' },
    ]);
  });
  it('tell a missing value from a wrong one', () => {
    expect(problems(schema, { name: 'Anna', count: 1, kind: 'a' })).toEqual([
      { path: 'count', code: 'too_short' },
      { path: 'tags', code: 'required' },
    ]);
    expect(problems(schema, null)).toEqual([{ path: '', code: 'required' }]);
  });
  it('make an error of their own', () => {
    expect(invalidInput([{ path: 'a', code: 'required' }])).toEqual({
      code: 'invalid_input',
      fields: [{ path: 'a', code: 'required' }],
    });
  });
});
