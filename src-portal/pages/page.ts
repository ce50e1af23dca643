/** HTML that is known to be safe: made by `html`, or the program's own text. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | null | readonly Html[];

/** A template of HTML: every text that is put into it is escaped; `null` leaves nothing. */
export const html = (template: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(template.map((piece, place) => piece + (place < parts.length ? render(parts[place] ?? null) : '')).join(''));

/** For text between tags and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);

function render(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map((each) => each.text).join('');
  return escapeHtml(String(part));
}

export interface Page {
  /** The page's heading, and with the portal's name the window's title. */
  readonly title: string;
  readonly body: Html;
  /** Whose page it is; without one it is the service's own. */
  readonly portal?: { readonly name: string; readonly payer: string; readonly brand: { readonly color: string } };
}

/** A whole document. Its only style is the one that `pageSecurityPolicy` names; it runs no script. */
export function renderPage(page: Page): string {
  const name = page.portal?.name ?? 'Provider portals';
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title} - ${name}</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
      </head>
      <body>
        <header>
          <svg class="mark" viewBox="0 0 8 40" aria-hidden="true">
            <rect width="8" height="40" rx="3" fill="${page.portal?.brand.color ?? '#1f3a5f'}" />
          </svg>
          <p>${page.portal === undefined ? null : html`<span>${page.portal.payer}</span>`}<strong>${name}</strong></p>
        </header>
        <main>
          <h1>${page.title}</h1>
          ${page.body}
        </main>
      </body>
    </html>`.text;
}

/** Served by the service itself, so that no page needs inline styles. */
export const stylesheetPath = '/pages/page.css';

/** For the header `content-security-policy` of every page. */
export const pageSecurityPolicy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
