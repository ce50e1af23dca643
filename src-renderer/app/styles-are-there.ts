/**
 * Resolves once every stylesheet that the page links to has come, or has failed to. An asynchronous script does not wait
 * for them by itself; what is measured before they apply would be wrong.
 */
export async function stylesAreThere(page: Document): Promise<void> {
  const links = page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]');
  const awaited = [...links].filter(({ sheet }) => sheet === null);
  await Promise.all(
    awaited.map(
      (link) =>
        new Promise<void>((resolve) => {
          const settled = (): void => {
            resolve();
          };
          link.addEventListener('load', settled, { once: true });
          link.addEventListener('error', settled, { once: true });
        }),
    ),
  );
}
