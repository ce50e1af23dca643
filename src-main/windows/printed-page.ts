import { createHash } from 'node:crypto';
import type { PrintedForm } from '../../src-shared/ipc/forms.ts';

const style = `
body { margin: 0; color: #1a1a1a; font: 11pt/1.45 system-ui, sans-serif; }
h1 { margin: 0; font-size: 17pt; }
h2 { margin: 20pt 0 4pt; padding-bottom: 3pt; border-bottom: 1px solid #888; font-size: 12.5pt; break-after: avoid; }
p { margin: 2pt 0 0; color: #555; }
table { width: 100%; border-collapse: collapse; }
tr { break-inside: avoid; }
th, td { padding: 3pt 0; vertical-align: top; text-align: left; font-weight: normal; overflow-wrap: anywhere; }
th { width: 38%; padding-right: 12pt; color: #555; }
`;

/** Nothing but this style may be loaded or run by the page. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;

const characters: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (character) => characters[character] ?? '');

/** The form as a page of its own: text alone, whatever was typed. */
export const printedPage = ({ title, portalName, sections }: PrintedForm): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(portalName)}</p>
${sections
  .map(
    (section) =>
      `<h2>${escaped(section.title)}</h2><table>${section.rows
        .map(({ label, value }) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}</td></tr>`)
        .join('')}</table>`,
  )
  .join('\n')}
</body></html>`;
