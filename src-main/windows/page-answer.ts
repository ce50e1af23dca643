import path from 'node:path';

export const appScheme = 'app';
const appHost = 'portal-desk';
/** Where the window's pages live; every address of them starts with it. */
export const pageUrl = `${appScheme}://${appHost}/`;

const noncePlaceholder = '__CSP_NONCE__';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Nothing from anywhere else, no inline script, inline styles only by the nonce of this load. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export interface PageSource {
  /** A file by its path below the folder of the pages; rejects when there is none. */
  read(name: string): Promise<Buffer>;
  newNonce(): string;
}

export interface PageAnswer {
  readonly status: 200 | 403 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The answer to a request for a page or one of its parts. Never leaves the folder. */
export async function answerPage(address: string, source: PageSource): Promise<PageAnswer> {
  const name = nameOf(address);
  const contentType = name === null ? undefined : contentTypes[path.posix.extname(name)];
  if (name === null || contentType === undefined) return without(403);
  try {
    const file = await source.read(name);
    const nonce = source.newNonce();
    const isPage = name.endsWith('.html');
    return {
      status: 200,
      body: isPage ? Buffer.from(file.toString('utf8').replaceAll(noncePlaceholder, nonce)) : file,
      headers: {
        'content-type': contentType,
        'content-security-policy': contentSecurityPolicy(nonce),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    };
  } catch {
    return without(404);
  }
}

const without = (status: 403 | 404): PageAnswer => ({ status, headers: {}, body: Buffer.alloc(0) });

/** Null for another host, and for a path that would leave the folder. */
function nameOf(address: string): string | null {
  if (!address.startsWith(pageUrl)) return null;
  try {
    const asked = decodeURIComponent(new URL(address).pathname).slice(1);
    const name = path.posix.normalize(asked === '' ? 'index.html' : asked);
    const leaves = name.startsWith('..') || path.posix.isAbsolute(name) || /[\\:\0]/u.test(name);
    return leaves ? null : name;
  } catch {
    return null;
  }
}
