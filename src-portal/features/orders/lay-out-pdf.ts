import type { PDFFont } from '@cantoo/pdf-lib';

export interface PrintedLetter {
  readonly sender: string;
  readonly title: string;
  /** As it is printed. */
  readonly date: string;
  /** The lines between the date and the text. */
  readonly facts: readonly string[];
  /** Paragraphs are parted by an empty line. */
  readonly body: string;
}

// US letter, in points
const page = { width: 612, height: 792, margin: 72 } as const;
const textSize = 11;
const lineHeight = 16;

/** The letter as a PDF of as many pages as it takes. The same letter gives the same bytes. */
export async function layOutPdf(letter: PrintedLetter, writtenOn: Date): Promise<Uint8Array> {
  // a service that sends no letter does not load what makes them
  const { PDFDocument, StandardFonts } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(letter.title);
  document.setAuthor(letter.sender);
  document.setCreationDate(writtenOn);
  document.setModificationDate(writtenOn);
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  let paper = document.addPage([page.width, page.height]);
  let y = page.height - page.margin;

  const write = (text: string, font: PDFFont, size = textSize): void => {
    for (const line of wrap(printable(text, font), font, size, page.width - 2 * page.margin)) {
      if (y < page.margin) {
        paper = document.addPage([page.width, page.height]);
        y = page.height - page.margin;
      }
      paper.drawText(line, { x: page.margin, y, size, font });
      y -= Math.max(lineHeight, size * 1.4);
    }
  };
  const leaveLine = (): void => {
    y -= lineHeight;
  };

  write(letter.sender, bold, 15);
  leaveLine();
  write(letter.date, regular);
  leaveLine();
  for (const fact of letter.facts) write(fact, regular);
  leaveLine();
  write(letter.title, bold, 13);
  leaveLine();
  for (const paragraph of letter.body.split(/\n{2,}/u)) {
    write(paragraph, regular);
    leaveLine();
  }
  return document.save();
}

/** Lines that fit; a word that is wider than a line stays whole. */
function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** The standard fonts have no other letters than Western Europe's: others lose their accents, or become a question mark. */
function printable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  const has = (character: string): boolean => known.has(character.codePointAt(0) ?? 0) || /\s/u.test(character);
  return Array.from(text.normalize('NFC'), (character) => {
    if (has(character)) return character;
    const plain = character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
    return Array.from(plain, (part) => (has(part) ? part : '?')).join('');
  }).join('');
}
