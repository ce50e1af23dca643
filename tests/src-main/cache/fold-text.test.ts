import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, matchesTerms, searchableWords, searchTerms } from '../../../src-main/cache/fold-text.ts';
import { anyText } from './any-text.ts';

describe('folding text', () => {
  it.each([
    ['Łukasz Ångström', 'lukasz angstrom'],
    ['SØREN Æbeltoft', 'soren aebeltoft'],
    ['Weiß Groẞ', 'weiss gross'],
    ['ＡＮＮＡ', 'anna'],
    ['Nu\u0301n\u0303ez', 'nunez'],
    ['İpek Yılmaz', 'ipek yilmaz'],
    ['Юлия', 'юлия'],
    ["O'Brien-Smith", "o'brien-smith"],
  ])('makes %s %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { seed: 1 },
    );
  });
});

describe('searchable words', () => {
  it('are the parts of name and email, each once', () => {
    expect(searchableWords(['Anna', 'Berg', 'anna.berg+2@clinic.example'])).toEqual([
      'anna',
      'berg',
      '2',
      'clinic',
      'example',
    ]);
  });

  it('join what an apostrophe takes apart', () => {
    expect(searchableWords(['Seán', "O'Brien", ''])).toEqual(expect.arrayContaining(['sean', 'o', 'brien', 'obrien']));
    expect(searchableWords(['D’Arcy'])).toEqual(expect.arrayContaining(['d', 'arcy', 'darcy']));
  });
});

describe('search terms', () => {
  it('are folded, and one that another implies is left out', () => {
    expect(searchTerms('  Ber  BERG anna@berg ')).toEqual(['berg', 'anna']);
    expect(searchTerms('" OR * NEAR(')).toEqual(['or', 'near']);
    expect(searchTerms('!?')).toEqual([]);
  });

  it('are no more than a dozen', () => {
    expect(searchTerms('a b c d e f g h i j k l m n o p')).toHaveLength(12);
  });

  it('hold letters and digits alone, whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const term of searchTerms(text)) expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
      { seed: 1 },
    );
  });

  it('find the text that they were made of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(matchesTerms(searchableWords([text]), searchTerms(text))).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
