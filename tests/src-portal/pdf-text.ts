import { inflateSync } from 'node:zlib';

/** What a reader sees on the pages of a PDF that is drawn with the standard fonts, line by line. */
export function pdfText(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1');
  const lines: string[] = [];
  for (const [, stream = ''] of file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)) {
    const content = inflated(Buffer.from(stream, 'latin1'));
    for (const [, hex = ''] of content.matchAll(/<([0-9A-Fa-f]+)>\s*Tj/gu))
      lines.push(windows1252(Buffer.from(hex, 'hex')));
  }
  return lines.join('\n');
}

/** As far as letters use it: where it differs from Latin-1. */
const quotes: Readonly<Record<number, string>> = { 0x91: '‘', 0x92: '’', 0x93: '“', 0x94: '”', 0x96: '–' };

const windows1252 = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => quotes[byte] ?? String.fromCodePoint(byte)).join('');

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return stream.toString('latin1');
  }
}
