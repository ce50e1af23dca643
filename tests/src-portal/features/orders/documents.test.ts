import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partBytes } from '../../../../src-shared/domain/order-document.ts';
import { orderSearch } from '../../../../src-shared/portals/orders.ts';
import {
  announcement,
  openOrderFixture,
  otherTaxId,
  ourTaxId,
  partAt,
  pdfBytes,
  type OrderFixture,
} from './order-fixture.ts';

describe('documents of an order (E8)', () => {
  let orders: OrderFixture;
  let token: string;
  let path: string;
  beforeAll(async () => {
    orders = await openOrderFixture();
    const needed = { status: 'documents-needed' } as const;
    orders.addOrder({ ...needed, orderNumber: 'NEEDS', isClinicalAnswered: true });
    orders.addOrder({ ...needed, orderNumber: 'FULL', isClinicalAnswered: true });
    orders.addOrder({ ...needed, orderNumber: 'QUESTIONS', isClinicalAnswered: false });
    orders.addOrder({ orderNumber: 'NONE', status: 'in-review' });
    orders.addOrder({ orderNumber: 'DONE', status: 'denied' });
    await orders.store();
    token = (await orders.account([ourTaxId])).token;
    path = `${await pathOf('NEEDS')}/documents`;
  });
  afterAll(() => orders.close());

  const pathOf = async (number: string) => `/${(await orders.find(token, number)).id}`;
  const announce = (body: object, at = path) => orders.call(token, 'POST', at, body);
  const send = (id: string, part: object, as = token) => orders.call(as, 'PUT', `${path}/${id}/parts`, part);
  const complete = (id: string) => orders.call(token, 'POST', `${path}/${id}/complete`, {});
  const cancel = (id: string) => orders.call(token, 'DELETE', `${path}/${id}`);
  const partsOf = (id: string) =>
    orders.portal.context.database
      .selectFrom('document_part')
      .select('position')
      .where('document_id', '=', id)
      .execute();
  const upload = async (content: Buffer, over: object = {}) => {
    const document = announcement(orders.portal, content, over);
    await announce(document);
    for (let offset = 0; offset < content.length; offset += partBytes) await send(document.id, partAt(content, offset));
    return document;
  };

  test('arrive part by part, and stand in the order once they are complete', async () => {
    const content = pdfBytes(partBytes * 2 + 17);
    const document = await upload(content);
    expect((await orders.call(token, 'GET', await pathOf('NEEDS'))).body['documents']).toEqual([]);
    const done = await complete(document.id);
    expect(done.body).toMatchObject({ name: 'office note.pdf', size: content.length, pages: '1-3, 5' });
    expect((await complete(document.id)).body).toEqual(done.body);
    expect((await orders.call(token, 'GET', await pathOf('NEEDS'))).body['documents']).toEqual([done.body]);
    const stored = await orders.portal.context.database
      .selectFrom('document_part')
      .select('content')
      .where('document_id', '=', document.id)
      .orderBy('position')
      .execute();
    expect(Buffer.concat(stored.map((part) => part.content)).equals(content)).toBe(true);
    expect((await cancel(document.id)).code).toBe('illegal_transition');
  });

  test('are taken up again where they ended, and tell the right offset to whoever is out of step', async () => {
    const content = pdfBytes(3000);
    const document = announcement(orders.portal, content);
    expect((await announce(document)).body).toEqual({ offset: 0 });
    expect((await send(document.id, partAt(content, 1000, 1000))).error).toEqual({
      code: 'part_out_of_step',
      offset: 0,
    });
    expect((await send(document.id, partAt(content, 0, 1000))).body).toEqual({ offset: 1000 });
    // the answer was lost: the same part again
    expect((await send(document.id, partAt(content, 0, 1000))).error).toEqual({
      code: 'part_out_of_step',
      offset: 1000,
    });
    expect((await announce(document)).body).toEqual({ offset: 1000 });
    expect((await complete(document.id)).error).toEqual({ code: 'part_out_of_step', offset: 1000 });
    await send(document.id, partAt(content, 1000, 2000));
    expect((await complete(document.id)).status).toBe(200);
    expect((await announce(document)).body).toEqual({ offset: 3000 });
  });

  test('two devices at once keep one whole document', async () => {
    const content = pdfBytes(8000);
    const document = announcement(orders.portal, content);
    const begun = await Promise.all([announce(document), announce(document)]);
    expect(begun.map(({ body }) => body)).toEqual([{ offset: 0 }, { offset: 0 }]);
    for (let offset = 0; offset < content.length; offset += 2000) {
      const both = await Promise.all([
        send(document.id, partAt(content, offset, 2000)),
        send(document.id, partAt(content, offset, 2000)),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    }
    const ends = await Promise.all([complete(document.id), complete(document.id)]);
    expect(ends.map(({ status }) => status)).toEqual([200, 200]);
    expect((await partsOf(document.id)).length).toBe(4);
  });

  test('whose hash differs begin anew, and nothing of them stays', async () => {
    const content = pdfBytes(500);
    const document = announcement(orders.portal, content);
    await announce(document);
    await send(document.id, partAt(Buffer.from(content).reverse(), 0));
    expect(await complete(document.id)).toMatchObject({ status: 422, code: 'document_damaged' });
    expect(await partsOf(document.id)).toEqual([]);
    expect((await announce(document)).body).toEqual({ offset: 0 });
    await send(document.id, partAt(content, 0));
    expect((await complete(document.id)).status).toBe(200);
  });

  test.each([
    ['a program', Buffer.from('MZ\u0090 this program'), 'application/pdf'],
    ['a page', Buffer.from('<html><script>alert(1)</script>'), 'image/png'],
    ['a PDF that says it is an image', pdfBytes(100), 'image/jpeg'],
    ['less than a beginning', Buffer.from('%P'), 'application/pdf'],
  ])('are what they say by content: %s is refused', async (_name, content, type) => {
    const document = await upload(content, { type });
    expect(await complete(document.id)).toMatchObject({ status: 422, code: 'document_type' });
    expect(await partsOf(document.id)).toEqual([]);
    expect((await cancel(document.id)).status).toBe(200);
    expect((await cancel(document.id)).status).toBe(200);
    expect((await send(document.id, partAt(content, 0))).code).toBe('not_found');
  });

  test.each([
    ['image/png', '89504e470d0a1a0a'],
    ['image/jpeg', 'ffd8ffe0'],
    ['image/tiff', '49492a00'],
    ['image/tiff', '4d4d002a'],
  ])('may be %s (%s), even byte by byte', async (type, hex) => {
    const content = Buffer.from(hex, 'hex');
    const document = announcement(orders.portal, content, { type, name: `scan.${type.slice(6)}`, pages: null });
    await announce(document);
    for (let offset = 0; offset < content.length; offset += 1) await send(document.id, partAt(content, offset, 1));
    expect((await complete(document.id)).status).toBe(200);
    await orders.portal.context.database.deleteFrom('document').where('id', '=', document.id).execute();
  });

  test('may not grow beyond what was announced, nor a part beyond its limit', async () => {
    const content = pdfBytes(1000);
    const document = announcement(orders.portal, content);
    await announce(document);
    expect((await send(document.id, partAt(pdfBytes(1001), 0))).error).toMatchObject({
      fields: [{ path: 'content', code: 'too_long' }],
    });
    expect((await send(document.id, partAt(pdfBytes(partBytes + 3), 0, partBytes + 3))).error).toMatchObject({
      fields: [{ path: 'content', code: 'too_long' }],
    });
    for (const bad of ['', 'no base64!', 'AAA', 'AA==\n']) {
      expect((await send(document.id, { offset: 0, content: bad })).status).toBe(400);
    }
    await cancel(document.id);
  });

  test.each([
    '../../etc/passwd',
    'a/b.pdf',
    'C:\\x.pdf',
    'a\u0000.pdf',
    'a\u202efdp.exe',
    '.hidden',
    ' ',
    'x'.repeat(121),
  ])('may not be called %j', async (name) => {
    expect((await announce(announcement(orders.portal, pdfBytes(10), { name }))).error).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'name' }],
    });
  });

  test('may not be larger than the portal takes, nor empty, nor of another kind', async () => {
    const { maxBytes } = orderSearch.documents;
    const fields = async (over: object) =>
      (await announce(announcement(orders.portal, pdfBytes(10), over))).error['fields'];
    expect(await fields({ size: maxBytes + 1 })).toEqual([{ path: 'size', code: 'too_long' }]);
    expect(await fields({ size: 0 })).toEqual([{ path: 'size', code: 'too_short' }]);
    expect(await fields({ type: 'text/html' })).toEqual([{ path: 'type', code: 'not_an_option' }]);
    expect(await fields({ sha256: 'abc' })).toEqual([{ path: 'sha256', code: 'invalid_format' }]);
    expect(await fields({ pages: 'all' })).toEqual([{ path: 'pages', code: 'pages_format' }]);
  });

  test('E8: the clinical questions come first, then that documents are needed at all', async () => {
    const to = async (number: string) =>
      (await announce(announcement(orders.portal, pdfBytes(10)), `${await pathOf(number)}/documents`)).code;
    expect(await to('QUESTIONS')).toBe('clinical_questions_first');
    expect(await to('NONE')).toBe('documents_not_needed');
    expect(await to('DONE')).toBe('illegal_transition');
  });

  test('an id stands for one document of one person', async () => {
    const document = announcement(orders.portal, pdfBytes(10));
    await announce(document);
    expect((await announce({ ...document, name: 'another.pdf' })).code).toBe('command_id_reused');
    const colleague = await orders.account([ourTaxId]);
    expect((await orders.call(colleague.token, 'POST', path, document)).code).toBe('command_id_reused');
    expect((await send(document.id, partAt(pdfBytes(10), 0), colleague.token)).code).toBe('not_found');
    const stranger = await orders.account([otherTaxId]);
    expect((await orders.call(stranger.token, 'POST', path, document)).code).toBe('not_found');
    await cancel(document.id);
  });

  test('an order takes no more than the portal’s number of them', async () => {
    const at = `${await pathOf('FULL')}/documents`;
    for (let count = 0; count < orderSearch.documents.most; count += 1) {
      expect((await announce(announcement(orders.portal, pdfBytes(10)), at)).status).toBe(200);
    }
    expect(await announce(announcement(orders.portal, pdfBytes(10)), at)).toMatchObject({
      status: 413,
      code: 'too_large',
    });
  });

  test('nothing of a document gets into the log', async () => {
    const content = pdfBytes(60);
    await upload(content, { name: 'hush-hush.pdf', sha256: createHash('sha256').update(content).digest('hex') });
    expect(orders.portal.logLines.join('\n')).not.toMatch(/hush-hush|quiet harbor/u);
  });
});
