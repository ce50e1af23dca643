import { fontFamily, fontFamilyMonospace } from '../fonts.ts';

/** Font and weight of the text that nearly every screen shows. */
const shown: readonly (readonly [family: string, weight: number])[] = [
  [fontFamily, 400],
  [fontFamily, 500],
  [fontFamily, 600],
  [fontFamily, 650],
  [fontFamily, 700],
  [fontFamilyMonospace, 400],
];

/**
 * Has the system's fonts loaded: the browser asks another process for each when text is first laid out in it, and the page
 * waits. Done while nothing else can be, it does not hold up the first screen.
 */
export function askForFonts(page: Document): void {
  const samples = shown.map(([family, weight]) => {
    const sample = page.createElement('span');
    sample.style.fontFamily = family;
    sample.style.fontWeight = String(weight);
    sample.textContent = 'Aa…';
    return sample;
  });
  // beside the body, which may not have come yet
  page.documentElement.append(...samples);
  // lays the page out
  page.documentElement.getBoundingClientRect();
  for (const sample of samples) sample.remove();
}
