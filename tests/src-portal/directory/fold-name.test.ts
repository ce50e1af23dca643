import { describe, expect, it } from 'vitest';
import { foldName, sameName } from '../../../src-portal/directory/fold-name.ts';

describe('C3, C4: names are compared as people read them', () => {
  it.each([
    ['Harborview Family Medicine', 'HARBORVIEW  FAMILY MEDICINE'],
    ['Lakeside Women’s Health', "lakeside women's health"],
    ['Lakeside Women’s Health', 'Lakeside Womens Health'],
    ['North Shore Gastroenterology, P.C.', 'north shore gastroenterology pc'],
    ['Vásquez', 'Vasquez'],
    ['Vásquez', 'Va\u0301squez'],
    ['Szymański', 'SZYMANSKI'],
    ['O’Sullivan', 'O Sullivan'],
    ['Jean-Baptiste', 'Jean Baptiste'],
    ['Bjørn Łukasz Weiß', 'Bjorn Lukasz Weiss'],
  ])('%s is %s', (listed, entered) => {
    expect(sameName(entered, listed)).toBe(true);
  });

  it.each([
    ['Harborview Family Medicine', 'Harborview Family'],
    ['Okafor', 'Okafar'],
    ['Mount Wachusett 2', 'Mount Wachusett 3'],
  ])('%s is not %s', (listed, entered) => {
    expect(sameName(entered, listed)).toBe(false);
  });

  it('takes punctuation alone for no name, even where nothing is listed', () => {
    expect(sameName('---', '')).toBe(false);
    expect(sameName('', '')).toBe(false);
  });

  it('keeps letters of every script and digits', () => {
    expect(foldName('Клиника № 5')).toBe('клиникаno5');
  });
});
