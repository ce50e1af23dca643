import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { OrderDetail } from '../../../src-shared/domain/order.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import type { AnnouncedDocument } from '../../../src-shared/portal-api/orders.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { noOrders, type OrderLine } from '../../../src-main/connectors/order-line.ts';
import { id, moment } from '../support/fixtures.ts';

export const orderId = id(9001);
export const letterId = id(9002);

export const detail: OrderDetail = {
  order: {
    id: orderId,
    orderId: '209000101',
    acmpNumber: null,
    memberName: 'Berg, Anna',
    memberNumber: 'H1',
    memberBirthDate: '1980-02-03',
    planName: 'Bay Commonwealth Health',
    solution: 'radiology',
    status: 'documents-needed',
    requestedService: 'MRI',
    orderedOn: '2026-02-01',
    serviceOn: '2026-03-01',
  },
  letters: [{ id: letterId, title: 'Request for documents', date: '2026-02-02' }],
  documents: [],
  neededDocuments: 'The last office note.',
  isClinicalAnswered: true,
  additionalInformation: null,
};

/** A portal that takes documents as the real one does. */
export class FakeOrders {
  readonly documents = new Map<string, { readonly announced: AnnouncedDocument; bytes: Buffer; isDone: boolean }>();
  readonly calls: string[] = [];
  /** Decides the answer of a call; `lost` carries it out and loses the answer. */
  fault: (call: string) => DeskError | 'lost' | null = () => null;
  /** Holds calls back until it resolves. */
  gate: Promise<void> = Promise.resolve();

  line(): OrderLine {
    const call = async <Value>(name: string, work: () => Result<Value>): Promise<Result<Value>> => {
      this.calls.push(name);
      await this.gate;
      const fault = this.fault(name);
      if (fault !== null && fault !== 'lost') return fail(fault);
      const answer = work();
      return fault === 'lost' ? fail({ code: 'offline' }) : answer;
    };
    return {
      ...noOrders,
      search: () => call('search', () => ok({ orders: [detail.order], next: null })),
      detail: () => call('detail', () => ok(detail)),
      letterPdf: () => call('letter', () => ok(Buffer.from('%PDF-1.7 letter'))),
      putAdditionalInformation: () => call('information', () => ok(detail)),
      announceDocument: (_order, announced) =>
        call('announce', () => {
          const known = this.documents.get(announced.id) ?? { announced, bytes: Buffer.alloc(0), isDone: false };
          this.documents.set(announced.id, known);
          return ok(known.bytes.length);
        }),
      putDocumentPart: (_order, documentId, offset, content) =>
        call(`part ${String(offset)}`, () => {
          const known = this.documents.get(documentId);
          if (known === undefined) return fail({ code: 'not_found' });
          if (offset !== known.bytes.length) return fail({ code: 'part_out_of_step', offset: known.bytes.length });
          known.bytes = Buffer.concat([known.bytes, content]);
          return ok(known.bytes.length);
        }),
      completeDocument: (_order, documentId) =>
        call('complete', () => {
          const known = this.documents.get(documentId);
          if (known === undefined) return fail({ code: 'not_found' });
          if (createHash('sha256').update(known.bytes).digest('hex') !== known.announced.sha256) {
            known.bytes = Buffer.alloc(0);
            return fail({ code: 'document_damaged' });
          }
          known.isDone = true;
          const { name, type, size, pages } = known.announced;
          return ok({ id: documentId, name, type, size, pages, uploadedAt: moment });
        }),
      cancelDocument: (_order, documentId) =>
        call('cancel', () => {
          this.documents.delete(documentId);
          return ok(undefined);
        }),
    };
  }
}

/** A PDF of so many pages, page n of them n + 100 points wide. */
export async function pdfOf(pages: number, password?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 1; page <= pages; page += 1) document.addPage([100 + page, 200]);
  if (password !== undefined) document.encrypt({ userPassword: password, ownerPassword: password });
  return document.save({ useObjectStreams: password === undefined });
}

export const widthsOf = async (content: Uint8Array): Promise<number[]> =>
  (await PDFDocument.load(content)).getPages().map((page) => page.getWidth());
