import { escapeHtml } from '../pages/page.ts';
import type { Letter } from './email-message.ts';

export interface LaidOutLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The letter as plain text and as HTML that every mail program shows: tables no, inline styles yes. */
export const layOutLetter = (letter: Letter): LaidOutLetter => ({
  subject: oneLine(letter.subject),
  text: asText(letter),
  html: asHtml(letter),
});

/** What people typed (names, organizations) must not end a header. */
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

function asText({ firstName, paragraphs, code, action, notes = [], portalName }: Letter): string {
  const blocks = [
    `Hello ${firstName},`,
    ...paragraphs,
    ...(code === undefined ? [] : [code]),
    ...(action === undefined ? [] : [`${action.label}:\n${action.url}`]),
    ...notes,
    portalName,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function asHtml({ firstName, paragraphs, code, action, notes = [], portalName, color, subject }: Letter): string {
  const paragraph = (text: string, style = 'margin:0 0 16px') =>
    `<p style="${style}">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
  const blocks = [
    paragraph(`Hello ${firstName},`),
    ...paragraphs.map((text) => paragraph(text)),
    ...(code === undefined ? [] : [paragraph(code, codeStyle)]),
    ...(action === undefined
      ? []
      : [
          `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="${buttonStyle};background:${escapeHtml(color)}">${escapeHtml(action.label)}</a></p>`,
        ]),
    ...notes.map((text) => paragraph(text, noteStyle)),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f2f4f7;color:#1c2733;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:560px;margin:0 auto;background:#ffffff;border-top:4px solid ${escapeHtml(color)};border-radius:8px;padding:28px">
<p style="margin:0 0 20px;font-weight:600">${escapeHtml(portalName)}</p>
${blocks.join('\n')}
</div></body></html>
`;
}

const codeStyle = 'margin:24px 0;font:700 32px/1.2 ui-monospace,Consolas,monospace;letter-spacing:6px';
const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:6px;color:#ffffff;text-decoration:none;font-weight:600';
const noteStyle = 'margin:0 0 12px;color:#52606d;font-size:14px';
