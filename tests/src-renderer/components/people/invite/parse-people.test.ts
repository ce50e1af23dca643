import { describe, expect, it } from 'vitest';
import { parsePeople } from '../../../../../src-renderer/components/people/invite/parse-people.ts';

const anna = { email: 'anna@example.com', firstName: 'Anna', lastName: 'Berg' };

describe('pasted people', () => {
  it.each([
    ['Anna Berg <anna@example.com>'],
    ['"Anna Berg" <Anna@Example.com>'],
    ['Berg, Anna <anna@example.com>'],
    ['anna@example.com, Anna, Berg'],
    ['anna@example.com\tAnna\tBerg'],
    ['Anna, Berg, anna@example.com'],
    ['Anna Berg, anna@example.com'],
  ])('are understood as %j', (text) => {
    expect(parsePeople(text)).toEqual({ people: [anna], notUnderstood: [] });
  });

  it('come on lines or between semicolons, empty ones left out', () => {
    const text = 'Anna Berg <anna@example.com>;  Bo Lind <bo@example.com>\r\n\r\nCy van Dam <cy@example.com>\n';
    expect(parsePeople(text).people.map(({ firstName, lastName }) => [firstName, lastName])).toEqual([
      ['Anna', 'Berg'],
      ['Bo', 'Lind'],
      ['Cy van', 'Dam'],
    ]);
  });

  it('are told back as pasted when an address or a name is missing', () => {
    const text = 'anna@example.com\nCher <cher@example.com>\nAnna Berg\nAnna Berg <anna at example>\na@b.co, A, B, C';
    expect(parsePeople(text)).toEqual({
      people: [],
      notUnderstood: [
        'anna@example.com',
        'Cher <cher@example.com>',
        'Anna Berg',
        'Anna Berg <anna at example>',
        'a@b.co, A, B, C',
      ],
    });
  });
});
