import { expect, it } from 'vitest';
import { stylesAreThere } from '../../../src-renderer/app/styles-are-there.ts';

/** A page with a link for each: with its sheet, or still without. */
function pageWith(...sheets: (object | null)[]) {
  const page = document.implementation.createHTMLDocument();
  const links = sheets.map((sheet) => {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    Object.defineProperty(link, 'sheet', { value: sheet });
    page.head.append(link);
    return link;
  });
  let resolved = false;
  const there = stylesAreThere(page).then(() => (resolved = true));
  return { links, there, isResolved: () => resolved };
}

it('resolves at once when every stylesheet has come', async () => {
  await expect(pageWith({}, {}).there).resolves.toBe(true);
});

it('waits for each that has not, whether it comes or fails', async () => {
  const { links, there, isResolved } = pageWith(null, {}, null);
  links[0]?.dispatchEvent(new Event('load'));
  await Promise.resolve();
  expect(isResolved()).toBe(false);
  links[2]?.dispatchEvent(new Event('error'));
  await expect(there).resolves.toBe(true);
});
