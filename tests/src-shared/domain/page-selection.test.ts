import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPageSelection, parsePageSelection } from '../../../src-shared/domain/page-selection.ts';

describe('a selection of pages', () => {
  it.each([
    ['1-3, 5', [1, 2, 3, 5]],
    ['5,1-3', [1, 2, 3, 5]],
    [' 2 – 4 ,3', [2, 3, 4]],
    ['10', [10]],
  ])('%j is %j', (text, pages) => {
    expect(parsePageSelection(text, 10)).toEqual({ ok: true, value: pages });
  });

  it.each([
    ['', 'required'],
    ['  ', 'required'],
    ['1,', 'pages_format'],
    ['a', 'pages_format'],
    ['3-1', 'pages_format'],
    ['1-2-3', 'pages_format'],
    ['-1', 'pages_format'],
    ['1.5', 'pages_format'],
    ['9999999', 'pages_format'],
    ['0', 'pages_outside'],
    ['11', 'pages_outside'],
    ['1-999999', 'pages_outside'],
  ])('%j is refused with %s', (text, code) => {
    expect(parsePageSelection(text, 10)).toEqual({ ok: false, error: code });
  });

  it('is read as it is written', () => {
    const pages = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
    fc.assert(
      fc.property(pages, (chosen) => {
        const ascending = chosen.toSorted((one, other) => one - other);
        expect(parsePageSelection(formatPageSelection(ascending), 60)).toEqual({ ok: true, value: ascending });
      }),
    );
  });
});
