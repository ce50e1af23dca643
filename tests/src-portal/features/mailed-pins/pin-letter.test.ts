import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { drawPinLetter, type PinLetter } from '../../../../src-portal/features/mailed-pins/pin-letter.ts';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import { pdfText } from '../../pdf-text.ts';

const letter: PinLetter = {
  portal: providerCentral,
  personName: 'Noor Haddad',
  organizationName: 'Wachusett Pediatric Group',
  providerId: 'M40349',
  address: ['15 Highland Street', 'Worcester, MA 01609'],
  pin: 'ACDE-FGHJ',
  printedAt: new Date('2026-03-02T15:00:00.000Z'),
  expiresAt: new Date('2026-05-01T15:00:00.000Z'),
};

describe('the letter with a PIN (D8)', () => {
  it('is one page of US Letter that any reader opens', async () => {
    const document = await PDFDocument.load(await drawPinLetter(letter), { updateMetadata: false });
    expect(document.getPageCount()).toBe(1);
    expect(document.getPage(0).getSize()).toEqual({ width: 612, height: 792 });
    expect(document.getTitle()).toBe('PIN for Provider Central');
  });

  it('tells to whom it goes, the PIN, until when it serves, and whom to call', async () => {
    const text = pdfText(await drawPinLetter(letter));
    for (const line of [
      'Blue Cross Blue Shield of Massachusetts',
      'Wachusett Pediatric Group',
      'Attention: Noor Haddad',
      '15 Highland Street',
      'Worcester, MA 01609',
      'March 2, 2026',
      'ACDE-FGHJ',
      'EDI support, 1-800-771-4097 option 2',
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).toContain('Enter PIN');
    expect(text).toContain('until May 1, 2026');
  });

  it('prints names of every script, with the nearest letters that its fonts have', async () => {
    const named = { ...letter, personName: 'Renée Nguyễn 王', organizationName: 'Dr. Ștefan’s Clinic' };
    const text = pdfText(await drawPinLetter(named));
    expect(text).toContain('Attention: Renée Nguyen ?');
    expect(text).toContain('Dr. Stefan’s Clinic');
  });

  it('breaks what is too long for a line', async () => {
    const lines = pdfText(await drawPinLetter({ ...letter, organizationName: 'Long '.repeat(60).trim() })).split('\n');
    for (const line of lines) expect(line.length).toBeLessThan(100);
    expect(lines.join(' ').match(/Long/gu)).toHaveLength(120);
  });

  it('the same letter is the same file', async () => {
    expect(await drawPinLetter(letter)).toEqual(await drawPinLetter(letter));
  });
});
