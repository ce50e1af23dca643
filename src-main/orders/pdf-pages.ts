import type { PDFDocument } from '@cantoo/pdf-lib';
import { fail, ok, type Result } from '../../src-shared/result.ts';

/** Objects between two breaths: a large document must not keep the main process from answering. */
const objectsPerTick = 100;

/** `document_encrypted` for a PDF with a password, `document_unreadable` for what only looks like a PDF. */
async function load(content: Uint8Array): Promise<Result<PDFDocument>> {
  // most starts of the app never need it
  const { EncryptedPDFError, PDFDocument: Pdf } = await import('@cantoo/pdf-lib');
  try {
    const document = await Pdf.load(content, { updateMetadata: false, parseSpeed: objectsPerTick });
    return document.getPageCount() > 0 ? ok(document) : fail({ code: 'document_unreadable' });
  } catch (error) {
    // what the library throws for a broken file has many classes
    return fail({ code: error instanceof EncryptedPDFError ? 'document_encrypted' : 'document_unreadable' });
  }
}

export async function countPages(content: Uint8Array): Promise<Result<number>> {
  const document = await load(content);
  return document.ok ? ok(document.value.getPageCount()) : document;
}

/**
 * Another PDF of these pages alone (from 1), without what the rest of the original says about itself: attachments, forms and
 * metadata stay behind.
 */
export async function cutPages(content: Uint8Array, pages: readonly number[]): Promise<Result<Uint8Array>> {
  const original = await load(content);
  if (!original.ok) return original;
  const { PDFDocument: Pdf } = await import('@cantoo/pdf-lib');
  try {
    const cut = await Pdf.create({ updateMetadata: false });
    const copies = await cut.copyPages(
      original.value,
      pages.map((page) => page - 1),
    );
    for (const page of copies) cut.addPage(page);
    return ok(await cut.save({ objectsPerTick }));
  } catch {
    return fail({ code: 'document_unreadable' });
  }
}
