import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/portals.md', root), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| [A-E]\d+ \|/u.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/portals.md', () => {
  it('numbers C1 to C13 without a gap', () => {
    const numbers = rows.map((row) => row[1] ?? '').filter((number) => number.startsWith('C'));
    expect(numbers).toEqual(Array.from({ length: 13 }, (_, place) => `C${String(place + 1)}`));
  });
  it.each([...page.matchAll(/`(tests\/[^`]+)`/gu)].map((match) => match[1] ?? ''))('names %s, which exists', (path) => {
    expect(existsSync(new URL(path, root))).toBe(true);
  });
});
