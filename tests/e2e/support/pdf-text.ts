import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** The text of a PDF as Chromium writes them: glyphs by number, which each font's own table turns into characters. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes);
  return document
    .getPages()
    .map(({ node }) => {
      const fonts = node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
      const tables = new Map(
        (fonts?.keys() ?? []).map((name) => [
          name.asString(),
          characters(streamText(fonts?.lookup(name, PDFDict).lookup(PDFName.of('ToUnicode')))),
        ]),
      );
      const contents = node.Contents();
      const streams =
        contents instanceof PDFArray ? contents.asArray().map((_, each) => contents.lookup(each)) : [contents];
      return shown(streams.map(streamText).join('\n'), tables);
    })
    .join('\n');
}

const streamText = (stream: unknown): string =>
  stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '';

const fromHex = (hex: string): number => Number.parseInt(hex, 16);
const textOfHex = (hex: string): string =>
  (hex.match(/.{4}/gu) ?? []).map((unit) => String.fromCharCode(fromHex(unit))).join('');

/** A `ToUnicode` table: `<glyph> <text>` or `<first> <last> <text of the first>` on each line. */
function characters(table: string): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  for (const [, first = '', second = '', third] of table.matchAll(
    /^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>(?: <([0-9A-Fa-f]+)>)?\s*$/gmu,
  )) {
    if (third === undefined) known.set(fromHex(first), textOfHex(second));
    else
      for (let glyph = fromHex(first); glyph <= fromHex(second); glyph += 1)
        known.set(glyph, String.fromCharCode(fromHex(third) + glyph - fromHex(first)));
  }
  return known;
}

/** What is shown, in its order, without the space between. */
function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined;
  let text = '';
  for (const [, name, hex] of content.matchAll(/(\/\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/gu)) {
    if (name !== undefined) font = fonts.get(name);
    else for (const glyph of hex?.match(/.{4}/gu) ?? []) text += font?.get(fromHex(glyph)) ?? '';
  }
  return text;
}
