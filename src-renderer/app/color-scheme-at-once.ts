/**
 * Gives the page the color scheme that Mantine gives it after drawing. Styles follow it: given later, each element of the
 * first screen would be styled a second time.
 */
export function colorSchemeAtOnce(page: Document, prefersDark: boolean): void {
  page.documentElement.setAttribute('data-mantine-color-scheme', prefersDark ? 'dark' : 'light');
}
