const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** Whether a URL's host is this computer. */
export const isLoopback = (url: URL): boolean => loopback.test(url.hostname);

/**
 * The base URL of a portal service without a slash at its end, or null when it may not be used: only https leaves this
 * computer, plain http stays on its loopback, and credentials, query and fragment have no place in it.
 */
export function parsePortalUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return url.href.replace(/\/+$/u, '');
}
