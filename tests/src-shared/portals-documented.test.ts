import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/portals.md', root), 'utf8');

interface FactRow {
  readonly number: string;
  readonly heldBy: readonly string[];
  readonly screen: string;
}

const pathsIn = (text: string): string[] => [...text.matchAll(/`(tests\/[^`]+)`/gu)].map((match) => match[1] ?? '');

/** Tables of facts are those whose head names a number, what holds it and where it is seen. */
const rows: readonly FactRow[] = page
  .split('\n')
  .filter((line) => /^\| [A-Z]\d+ \|/u.test(line))
  .map((line) => {
    const [, number = '', , heldBy = '', screen = ''] = line.split(/(?<!\\)\|/u).map((cell) => cell.trim());
    return { number, heldBy: pathsIn(heldBy), screen };
  });

/** The text of a test file, or of all that lie below a folder. */
function testsBelow(path: string): string {
  const at = new URL(path, root);
  if (!existsSync(at)) return '';
  if (statSync(at).isFile()) return readFileSync(at, 'utf8');
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:test|spec)\.(?:ts|tsx|mjs)$/u.test(name))
    .map((name) => readFileSync(new URL(`${path.replace(/\/$/u, '')}/${name}`, root), 'utf8'))
    .join('\n');
}

/** Whether the text names the fact, alone (C3) or in a range (C2-C5). */
function mentions(text: string, number: string): boolean {
  if (new RegExp(`\\b${number}\\b`, 'u').test(text)) return true;
  const place = Number(number.slice(1));
  return [...text.matchAll(/\b([A-Z])(\d+)-\1(\d+)\b/gu)].some(
    ([, letter, first, last]) => letter === number[0] && Number(first) <= place && place <= Number(last),
  );
}

describe('docs/portals.md', () => {
  it.each([
    ['A', 11],
    ['C', 13],
    ['D', 10],
    ['E', 8],
  ])('numbers the facts of section %s from 1 to %i without a gap', (letter, last) => {
    const numbers = rows.map(({ number }) => number).filter((number) => number.startsWith(letter));
    expect(numbers).toEqual(Array.from({ length: last }, (_, place) => `${letter}${String(place + 1)}`));
  });

  it('numbers no fact twice', () => {
    const numbers = rows.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  it.each(pathsIn(page))('names %s, which exists', (path) => {
    expect(existsSync(new URL(path, root))).toBe(true);
  });

  describe.each(rows.map((row) => [row.number, row] as const))('%s', (number, { heldBy, screen }) => {
    it('names the tests that hold it and the screen that shows it', () => {
      expect(heldBy, `The row ${number} names no test in its column "held by"`).not.toEqual([]);
      expect(screen, `The row ${number} names no screen in its last column`).not.toBe('');
    });

    it.each(heldBy)('is mentioned by its number in %s', (path) => {
      expect(
        mentions(testsBelow(path), number),
        `docs/portals.md says that ${path} holds ${number}, but nothing there mentions ${number}: ` +
          'name the number in the title of the test that holds it, or take the path out of the row.',
      ).toBe(true);
    });
  });

  it('finds a number alone and in a range, and no other one', () => {
    expect(['C3', 'C12', 'C5-C8'].map((text) => mentions(`${text}: a title`, 'C3'))).toEqual([true, false, false]);
    expect([mentions('C1-C7', 'C3'), mentions('C1-C7', 'E3'), mentions('C13', 'C1')]).toEqual([true, false, false]);
  });
});
