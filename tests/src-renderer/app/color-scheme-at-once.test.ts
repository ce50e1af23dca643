import { expect, it } from 'vitest';
import { colorSchemeAtOnce } from '../../../src-renderer/app/color-scheme-at-once.ts';

it.each([
  [true, 'dark'],
  [false, 'light'],
])('gives the page what Mantine gives it, dark %s', (prefersDark, scheme) => {
  const page = document.implementation.createHTMLDocument();
  colorSchemeAtOnce(page, prefersDark);
  expect(page.documentElement.getAttribute('data-mantine-color-scheme')).toBe(scheme);
});
