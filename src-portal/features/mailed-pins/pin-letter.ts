import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';

/** What the letter says. The PIN stands in it in clear. */
export interface PinLetter {
  readonly portal: PortalDefinition;
  readonly personName: string;
  readonly organizationName: string;
  readonly providerId: string;
  /** Below the organization's name: street, then city, state and ZIP code. */
  readonly address: readonly string[];
  readonly pin: string;
  readonly printedAt: Date;
  readonly expiresAt: Date;
}

// US Letter, in points; the address stands in the window of a No. 10 envelope once the sheet is folded in three
const [width, height] = [612, 792];
const margin = 72;
const addressFromTop = 144;
const lineHeight = 16;

/** A letter of one page to the organization's address, for the payer's staff to mail (D8). */
export async function drawPinLetter(letter: PinLetter): Promise<Uint8Array> {
  const { portal, personName, organizationName, address, pin, printedAt, expiresAt } = letter;
  const document = await PDFDocument.create();
  document.setTitle(`PIN for ${portal.name}`);
  document.setAuthor(portal.payer);
  document.setLanguage('en-US');
  document.setCreationDate(printedAt);
  document.setModificationDate(printedAt);
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const code = await document.embedFont(StandardFonts.CourierBold);
  const page = document.addPage([width, height]);
  const write = writerOn(page, height - margin);

  write([portal.payer], { font: bold, size: 13 });
  write([portal.name], { font: plain, size: 11 });
  write.moveTo(height - addressFromTop);
  write([organizationName, `Attention: ${personName}`, ...address], { font: plain, size: 11 });
  write.skip(3);
  write([formatDay(printedAt)], { font: plain, size: 11 });
  write.skip(1);
  write([`Your PIN for ${portal.name}`], { font: bold, size: 13 });
  write.skip(0.5);
  write(
    [
      `${personName} has asked for access to ${organizationName} (${letter.providerId}).`,
      `This PIN completes the request:`,
    ],
    { font: plain, size: 11 },
  );
  write.skip(1);
  write([pin], { font: code, size: 26 });
  write.skip(0.5);
  write(instructions(portal, expiresAt), { font: plain, size: 11 });
  // the same letter is the same file: nothing in it is of the moment of its drawing
  return document.save({ useObjectStreams: false });
}

const instructions = ({ name, proofs, support }: PortalDefinition, expiresAt: Date): string[] => [
  `Sign in to ${name}, go to My Organizations, choose ${proofs?.mailedPin.enterPin ?? 'Enter PIN'}, and enter it.`,
  `It can be used until ${formatDay(expiresAt)}, once, by the person who asked for it.`,
  'Capital and small letters are the same. The dash need not be entered.',
  '',
  'Did nobody of your organization ask for this? Then do not hand on the PIN, and call us:',
  ...support.map((line) => `${line.name}, ${line.phone}${line.option === undefined ? '' : ` option ${line.option}`}`),
];

const formatDay = (moment: Date): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'America/New_York' }).format(moment);

interface Ink {
  readonly font: PDFFont;
  readonly size: number;
}

interface Writer {
  (lines: readonly string[], ink: Ink): void;
  moveTo(y: number): void;
  /** By so many empty lines. */
  skip(lines: number): void;
}

/** Writes from a height downwards; what is too long for a line goes on in the next. */
function writerOn(page: PDFPage, startY: number): Writer {
  let y = startY;
  const write = (lines: readonly string[], { font, size }: Ink): void => {
    for (const line of lines.flatMap((text) => wrap(drawable(text, font), font, size))) {
      page.drawText(line, { x: margin, y, font, size });
      y -= Math.max(lineHeight, size * 1.4);
    }
  };
  return Object.assign(write, {
    moveTo: (to: number) => {
      y = to;
    },
    skip: (lines: number) => {
      y -= lines * lineHeight;
    },
  });
}

function wrap(text: string, font: PDFFont, size: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (font.widthOfTextAtSize(longer, size) <= width - 2 * margin) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The standard fonts know the letters of western Europe; of others the plain letter is printed, or a question mark. */
function drawable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  const knows = (letter: string): boolean => known.has(letter.codePointAt(0) ?? 0);
  return Array.from(text.normalize('NFC'), (letter) => {
    if (knows(letter)) return letter;
    const plain = letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return plain !== '' && Array.from(plain).every(knows) ? plain : '?';
  }).join('');
}
