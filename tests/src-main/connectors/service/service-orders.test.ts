import { describe, expect, it } from 'vitest';
import type { Route } from '../../../../src-shared/portal-api/route.ts';
import { fail, ok, type Result } from '../../../../src-shared/result.ts';
import { serviceOrders } from '../../../../src-main/connectors/service/service-orders.ts';
import { urlOf } from '../../../../src-main/connectors/service/portal-client.ts';
import { id } from '../../support/fixtures.ts';

/** A line whose calls are written down, and answered in turn. */
function line(...answers: Result<unknown>[]) {
  const calls: { readonly what: string; readonly body: unknown }[] = [];
  const orders = serviceOrders((route: Route, input) => {
    const parsed = route.body.parse(input.body);
    calls.push({ what: `${route.method} ${urlOf('', route, input)}`, body: parsed });
    return Promise.resolve((answers.shift() ?? fail({ code: 'offline' })) as Result<never>);
  }, 'carelon-mbm');
  return { orders, calls };
}

const [order, letter, document] = [id(1), id(2), id(3)];
const base = `/portals/carelon-mbm/orders`;

describe('orders over HTTP', () => {
  it('E6: a search tells nothing in its address', async () => {
    const { orders, calls } = line(ok({ orders: [], next: null }));
    const query = { by: 'member', term: 'Marchetti', birthDate: '1984-02-29', after: null, limit: 50 } as const;
    expect(await orders.search(query)).toEqual(ok({ orders: [], next: null }));
    expect(calls).toEqual([{ what: `POST ${base}/search`, body: query }]);
  });

  it('E6: a letter comes as bytes', async () => {
    const { orders, calls } = line(ok({ content: Buffer.from('%PDF').toString('base64') }));
    const pdf = await orders.letterPdf(order, letter);
    expect(pdf.ok && Buffer.from(pdf.value).toString()).toBe('%PDF');
    expect(calls[0]?.what).toBe(`GET ${base}/${order}/letters/${letter}/pdf`);
  });

  it('E8: a document goes part by part, as base64', async () => {
    const { orders, calls } = line(ok({ offset: 0 }), ok({ offset: 3 }), ok({ id: document }), ok({}));
    const announced = {
      id: document,
      name: 'a.pdf',
      type: 'application/pdf',
      size: 3,
      sha256: 'a'.repeat(64),
      pages: null,
    } as const;
    expect(await orders.announceDocument(order, announced)).toEqual(ok(0));
    expect(await orders.putDocumentPart(order, document, 0, Buffer.from('abc'))).toEqual(ok(3));
    expect((await orders.completeDocument(order, document)).ok).toBe(true);
    expect(await orders.cancelDocument(order, document)).toEqual(ok(undefined));
    expect(calls).toEqual([
      { what: `POST ${base}/${order}/documents`, body: announced },
      { what: `PUT ${base}/${order}/documents/${document}/parts`, body: { offset: 0, content: 'YWJj' } },
      { what: `POST ${base}/${order}/documents/${document}/complete`, body: {} },
      { what: `DELETE ${base}/${order}/documents/${document}`, body: {} },
    ]);
  });

  it('hands on what goes wrong', async () => {
    const { orders } = line();
    const offline = fail({ code: 'offline' });
    expect(await orders.detail(order)).toEqual(offline);
    expect(await orders.letterPdf(order, letter)).toEqual(offline);
    expect(await orders.putAdditionalInformation(order, 'A word')).toEqual(offline);
    expect(await orders.putDocumentPart(order, document, 0, Buffer.from('abc'))).toEqual(offline);
    expect(await orders.cancelDocument(order, document)).toEqual(offline);
  });
});
