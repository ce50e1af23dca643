import { describe, expect, it } from 'vitest';
import { createChosenDocuments } from '../../../src-main/orders/chosen-documents.ts';
import { documentName } from '../../../src-main/orders/document-name.ts';
import { documentNameSchema } from '../../../src-shared/domain/order-document.ts';
import { id } from '../support/fixtures.ts';
import { pdfOf, widthsOf } from './fake-orders.ts';

function choosing(files: Readonly<Record<string, Uint8Array | null>>) {
  let next: string | null = null;
  let ids = 0;
  const documents = createChosenDocuments({
    askForFile: () => Promise.resolve(next),
    readFile(file) {
      const content = files[file];
      return content === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(content);
    },
    newId: () => id((ids += 1)),
  });
  return {
    documents,
    choose(file: string | null) {
      next = file;
      return documents.choose();
    },
  };
}

const token = async (desk: ReturnType<typeof choosing>, file: string): Promise<string> => {
  const chosen = await desk.choose(file);
  if (!chosen.ok || chosen.value === null) throw new Error('Nothing was chosen');
  return chosen.value.token;
};

describe('a chosen document (E8)', () => {
  it('tells name, kind, size and pages, and nothing of its folder', async () => {
    const pdf = await pdfOf(7);
    const desk = choosing({ '/home/anna/charts/note.pdf': pdf });
    expect(await desk.choose('/home/anna/charts/note.pdf')).toEqual({
      ok: true,
      value: { token: id(1), name: 'note.pdf', type: 'application/pdf', size: pdf.length, pageCount: 7 },
    });
    expect(await desk.choose(null)).toEqual({ ok: true, value: null });
  });

  it('is cut down to the pages that were chosen', async () => {
    const desk = choosing({ 'a.pdf': await pdfOf(7) });
    const cut = await desk.documents.cut(await token(desk, 'a.pdf'), '5, 1-2');
    expect(cut).toMatchObject({ ok: true, value: { pages: '1-2, 5', name: 'a.pdf' } });
    if (cut.ok) expect(await widthsOf(cut.value.content)).toEqual([101, 102, 105]);
  });

  it('goes whole where all of it was chosen, has one page, or is an image', async () => {
    const pdf = await pdfOf(3);
    const image = Buffer.from('89504e470d0a1a0a00', 'hex');
    const desk = choosing({ 'a.pdf': pdf, 'one.pdf': await pdfOf(1), 'scan.png': image });
    expect(await desk.documents.cut(await token(desk, 'a.pdf'), '1-3')).toMatchObject({
      value: { pages: null, content: pdf },
    });
    expect(await desk.documents.cut(await token(desk, 'one.pdf'), '')).toMatchObject({ value: { pages: null } });
    expect(await desk.documents.cut(await token(desk, 'scan.png'), '9')).toMatchObject({ value: { content: image } });
  });

  it.each([
    ['', 'required'],
    ['x', 'pages_format'],
    ['8', 'pages_outside'],
  ])('says what is wrong with the pages %j', async (pages, code) => {
    const desk = choosing({ 'a.pdf': await pdfOf(7) });
    expect(await desk.documents.cut(await token(desk, 'a.pdf'), pages)).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'pages', code }] },
    });
  });

  it('is refused where it is encrypted, broken, of another kind, too large or gone', async () => {
    const desk = choosing({
      'locked.pdf': await pdfOf(2, 'a secret'),
      'broken.pdf': Buffer.from('%PDF-1.7\nnothing of a PDF'),
      'program.pdf': Buffer.from('MZ this is a program'),
      'empty.pdf': Buffer.alloc(0),
      'huge.pdf': null,
    });
    const codeOf = async (file: string) => {
      const chosen = await desk.choose(file);
      return chosen.ok ? 'taken' : chosen.error.code;
    };
    expect(await codeOf('locked.pdf')).toBe('document_encrypted');
    expect(await codeOf('broken.pdf')).toBe('document_unreadable');
    expect(await codeOf('program.pdf')).toBe('document_type');
    expect(await codeOf('empty.pdf')).toBe('document_type');
    expect(await codeOf('huge.pdf')).toBe('too_large');
    expect(await codeOf('gone.pdf')).toBe('document_unreadable');
  });

  it('gives way to the next one', async () => {
    const desk = choosing({ 'a.pdf': await pdfOf(2), 'b.pdf': await pdfOf(2) });
    const first = await token(desk, 'a.pdf');
    await token(desk, 'b.pdf');
    expect(await desk.documents.cut(first, '1')).toEqual({ ok: false, error: { code: 'not_found' } });
  });

  it.each([
    ['/tmp/chart.pdf', 'chart.pdf'],
    ['C:\\Users\\x\\chart.pdf', 'chart.pdf'],
    ['/tmp/..pdf', 'document.pdf'],
    ['/tmp/a\u202efdp.exe', 'a_fdp.exe'],
    ['/tmp/a:b*c?.pdf', 'a_b_c_.pdf'],
    [`/tmp/${'🩻'.repeat(200)}.pdf`, null],
    ['/tmp/ \u0000 ', null],
    ['/tmp/.pdf', null],
  ])('has a harmless name: %j', (file, expected) => {
    const name = documentName(file);
    expect(documentNameSchema.safeParse(name)).toEqual({ success: true, data: name });
    if (expected !== null) expect(name).toBe(expected);
  });
});
