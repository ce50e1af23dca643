import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCodes, fieldProblemCodes } from '../../src-shared/errors.ts';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
const documented = (heading: string): string[] => {
  const section = page.split(/^## /mu).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([a-z_]+)` \|/gmu)].map((match) => match[1] ?? '');
};

describe('docs/errors.md', () => {
  it('explains every error code, and no other, in the order of the catalogue', () => {
    expect(documented('Errors')).toEqual([...errorCodes]);
  });
  it('explains every problem of a field, and no other', () => {
    expect(documented('Problems of one field')).toEqual([...fieldProblemCodes]);
  });
});
