import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layOutPdf } from '../../../../src-portal/features/orders/lay-out-pdf.ts';
import type { OrderDetail } from '../../../../src-shared/domain/order.ts';
import { announcement, openOrderFixture, otherTaxId, ourTaxId, pdfBytes, type OrderFixture } from './order-fixture.ts';

describe('an order', () => {
  let orders: OrderFixture;
  let account: { id: string; token: string };
  const detailOf = async (number: string): Promise<OrderDetail> => {
    const { id } = await orders.find(account.token, number);
    return (await orders.call(account.token, 'GET', `/${id}`)).body as unknown as OrderDetail;
  };
  const put = async (id: string, text: unknown) =>
    orders.call(account.token, 'PUT', `/${id}/additional-information`, { text });

  beforeAll(async () => {
    orders = await openOrderFixture();
    const polish = orders.maker.addMember('Łukasz', 'Żółć 王');
    orders.addOrder({ orderNumber: 'OPEN', status: 'in-review' });
    orders.addOrder({ orderNumber: 'DONE', status: 'approved', member: polish, acmpNumber: 'A1' });
    orders.addOrder({ orderNumber: 'NEEDS', status: 'documents-needed', isClinicalAnswered: false });
    await orders.store();
    account = await orders.account([ourTaxId]);
  });
  afterAll(() => orders.close());

  const auditOf = (action: string) =>
    orders.portal.context.database.selectFrom('audit').selectAll().where('action', '=', action).execute();

  test('A11: nothing of an order is told, and nothing taken, before the session has agreed to the HIPAA Disclaimer', async () => {
    const { id } = await orders.find(account.token, 'OPEN');
    const { accessToken } = await orders.portal.session(account.id);
    const query = { by: 'order-id', term: 'OPEN', birthDate: null, after: null, limit: 50 };
    const document = announcement(orders.portal, pdfBytes(100));
    for (const [method, path, body] of [
      ['POST', '/search', query],
      ['GET', `/${id}`, undefined],
      ['PUT', `/${id}/additional-information`, { text: 'Pain for six weeks' }],
      ['POST', `/${id}/documents`, document],
    ] as const) {
      expect([path, (await orders.call(accessToken, method, path, body)).code]).toEqual([path, 'disclaimer_missing']);
    }
    await orders.agree(accessToken);
    expect((await orders.call(accessToken, 'GET', `/${id}`)).status).toBe(200);
  });

  test('E6: shows its letters and E8: what is needed, and records who looked', async () => {
    expect(await detailOf('OPEN')).toMatchObject({ letters: [], neededDocuments: null, isClinicalAnswered: true });
    const needs = await detailOf('NEEDS');
    expect(needs).toMatchObject({ isClinicalAnswered: false, letters: [{ title: 'Request for documents' }] });
    expect(needs.neededDocuments).not.toBeNull();
    const looked = await auditOf('view-order');
    expect(looked.map(({ account_id: id }) => id)).toContain(account.id);
  });

  test('E6: a letter is a PDF, whatever letters the member’s name has', async () => {
    const { order, letters } = await detailOf('DONE');
    const path = `/${order.id}/letters/${letters[0]?.id ?? ''}/pdf`;
    const { body } = await orders.call(account.token, 'GET', path);
    const pdf = Buffer.from(String(body['content']), 'base64');
    const read = await PDFDocument.load(pdf);
    expect(read.getTitle()).toBe('Notice of approval');
    expect(read.getPageCount()).toBe(1);
    expect((await auditOf('read-letter')).length).toBe(1);
    const other = await orders.account([otherTaxId]);
    expect((await orders.call(other.token, 'GET', path)).code).toBe('not_found');
    const open = await orders.find(account.token, 'OPEN');
    expect((await orders.call(account.token, 'GET', path.replace(order.id, open.id))).code).toBe('not_found');
  });

  test('a long letter takes more pages, and the same letter the same bytes', async () => {
    const letter = {
      sender: 'A payer',
      title: 'A title',
      date: 'March 2, 2026',
      facts: [],
      body: 'word '.repeat(3000),
    };
    const on = new Date('2026-03-02');
    const [one, other] = [await layOutPdf(letter, on), await layOutPdf(letter, on)];
    expect((await PDFDocument.load(one)).getPageCount()).toBeGreaterThan(2);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  test('E8: keeps Additional Information, and the same text again changes nothing', async () => {
    const { order } = await detailOf('OPEN');
    expect((await put(order.id, '  First line\nSecond line  ')).body).toMatchObject({
      additionalInformation: { text: 'First line\nSecond line' },
    });
    const before = (await detailOf('OPEN')).additionalInformation;
    orders.portal.chance.advance(60_000);
    await put(order.id, 'First line\nSecond line');
    expect((await detailOf('OPEN')).additionalInformation).toEqual(before);
    await put(order.id, 'Another text');
    expect((await detailOf('OPEN')).additionalInformation).not.toEqual(before);
    expect((await auditOf('put-additional-information')).length).toBe(2);
  });

  test('E8: the limit of characters counts code points', async () => {
    const { order } = await detailOf('OPEN');
    expect((await put(order.id, '🩻'.repeat(2000))).status).toBe(200);
    expect((await put(order.id, '🩻'.repeat(2001))).error).toEqual({
      code: 'invalid_input',
      fields: [{ path: 'text', code: 'too_long' }],
    });
    expect((await put(order.id, ' \n ')).error).toMatchObject({ fields: [{ code: 'required' }] });
    expect((await put(order.id, 'a\u0000b')).error).toMatchObject({ fields: [{ code: 'forbidden_characters' }] });
  });

  test('E8: a decided order takes no more information', async () => {
    const { order } = await detailOf('DONE');
    expect((await put(order.id, 'Too late')).error).toEqual({
      code: 'illegal_transition',
      currentStatus: 'approved',
    });
  });
});
