import { expect, it, vi } from 'vitest';
import { askForFonts } from '../../../src-renderer/app/ask-for-fonts.ts';
import { fontFamily } from '../../../src-renderer/fonts.ts';

it('lays out text in each weight of the system font, before there is a body too, and leaves nothing behind', () => {
  const page = document.implementation.createHTMLDocument();
  page.body.remove();
  const before = page.documentElement.innerHTML;
  const laidOut: [string, string][] = [];
  vi.spyOn(page.documentElement, 'getBoundingClientRect').mockImplementation(() => {
    for (const { style } of page.querySelectorAll('span')) laidOut.push([style.fontFamily, style.fontWeight]);
    return new DOMRect();
  });
  askForFonts(page);
  expect(laidOut.filter(([family]) => family === fontFamily.replaceAll("'", '"')).map(([, weight]) => weight)).toEqual([
    '400',
    '500',
    '600',
    '650',
    '700',
  ]);
  expect(page.documentElement.innerHTML).toBe(before);
});
