import { solutions, type Order, type OrderDetail } from '../../src-shared/domain/order.ts';
import type { ChosenDocument, Upload } from '../../src-shared/ipc/orders.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { FakeDesk, FakeWorld, Handlers } from './fake-desk.ts';
import { fixtureId, fixtureNow } from './fixtures.ts';

type Names = Extract<keyof Handlers, `orders.${string}` | `notices.${string}`>;

export interface OrderWorld {
  orders: Order[];
  detail: OrderDetail;
  uploads: Upload[];
  /** What the person picks in the system's dialog. */
  picks: ChosenDocument | null;
  dismissed: string[];
}

const services = ['MRI of the lumbar spine', 'Echocardiogram', 'Knee arthroscopy', 'Sleep study', 'Panel', 'Radiation'];

export const order = (n: number, over: Partial<Order> = {}): Order => ({
  id: fixtureId(5000 + n),
  orderId: `20900010${String(n)}`,
  acmpNumber: n % 2 === 0 ? null : `A7900${String(n)}`,
  memberName: 'Marchetti, Lena',
  memberNumber: 'H100000011',
  memberBirthDate: '1984-02-29',
  planName: n % 2 === 0 ? 'Bay Commonwealth Health' : 'Pilgrim Shore Health',
  solution: solutions[n % solutions.length] ?? 'radiology',
  status: 'in-review',
  requestedService: services[n % services.length] ?? '',
  orderedOn: '2026-02-01',
  serviceOn: '2026-03-01',
  ...over,
});

export const orderDetail = (over: Partial<OrderDetail> = {}): OrderDetail => ({
  order: order(1, { status: 'documents-needed' }),
  letters: [{ id: fixtureId(5100), title: 'Request for documents', date: '2026-02-02' }],
  documents: [],
  neededDocuments: 'The last two office notes.',
  isClinicalAnswered: true,
  additionalInformation: null,
  ...over,
});

export const upload = (over: Partial<Upload> = {}): Upload => ({
  id: fixtureId(5200),
  orderId: order(1).id,
  name: 'note.pdf',
  pages: '1-2',
  size: 1_000_000,
  sent: 250_000,
  state: 'sending',
  error: null,
  ...over,
});

export const chosenDocument = (over: Partial<ChosenDocument> = {}): ChosenDocument => ({
  token: fixtureId(5300),
  name: 'chart.pdf',
  type: 'application/pdf',
  size: 2_400_000,
  pageCount: 12,
  ...over,
});

export const orderWorld = (over: Partial<OrderWorld> = {}): OrderWorld => ({
  orders: [order(1, { status: 'documents-needed' }), order(2), order(3, { status: 'approved' })],
  detail: orderDetail(),
  uploads: [],
  picks: chosenDocument(),
  dismissed: [],
  ...over,
});

export function orderHandlers(world: FakeWorld, emit: FakeDesk['emit']): Pick<Handlers, Names> {
  const change = (uploadId: string, state: Upload['state'] | null): Result<Record<string, never>> => {
    if (!world.orders.uploads.some(({ id }) => id === uploadId)) return fail({ code: 'not_found' });
    world.orders.uploads = world.orders.uploads.flatMap((one) =>
      one.id !== uploadId ? one : state === null ? [] : { ...one, state, error: null },
    );
    emit('orders.uploadsChanged', { accountId: world.activeAccountId ?? '' });
    return ok({});
  };
  return {
    'orders.search'({ after, limit }) {
      const from = Number(after ?? 0);
      const more = world.orders.orders.length > from + limit;
      return ok({ orders: world.orders.orders.slice(from, from + limit), next: more ? String(from + limit) : null });
    },
    'orders.detail': () => ok(world.orders.detail),
    'orders.openLetter': () => ok({}),
    'orders.putAdditionalInformation'({ text }) {
      const savedAt = fixtureNow.toISOString();
      world.orders.detail = { ...world.orders.detail, additionalInformation: { text, savedAt } };
      return ok(world.orders.detail);
    },
    'orders.chooseDocument': () => ok({ chosen: world.orders.picks }),
    'orders.uploadDocument'({ pages }) {
      world.orders.uploads = [...world.orders.uploads, upload({ pages, name: 'chart.pdf' })];
      emit('orders.uploadsChanged', { accountId: world.activeAccountId ?? '' });
      return ok({ uploadId: upload().id });
    },
    'orders.uploads': () => ok({ uploads: world.orders.uploads }),
    'orders.pauseUpload': ({ uploadId }) => change(uploadId, 'paused'),
    'orders.resumeUpload': ({ uploadId }) => change(uploadId, 'sending'),
    'orders.cancelUpload': ({ uploadId }) => change(uploadId, null),
    'notices.dismissed': () => ok({ noticeIds: world.orders.dismissed }),
    'notices.dismiss'({ noticeId }) {
      world.orders.dismissed = [...world.orders.dismissed, noticeId];
      return ok({});
    },
  };
}
