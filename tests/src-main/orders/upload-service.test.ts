import { describe, expect, it } from 'vitest';
import { partBytes } from '../../../src-shared/domain/order-document.ts';
import type { CutDocument } from '../../../src-main/orders/chosen-documents.ts';
import { createUploadService } from '../../../src-main/orders/upload-service.ts';
import { account, accountId, id } from '../support/fixtures.ts';
import { createFakeSchedule, settle } from '../support/fake-schedule.ts';
import { keepAccount, temporaryCache } from '../support/temporary-cache.ts';
import { FakeOrders, orderId } from './fake-orders.ts';

const content = Buffer.alloc(partBytes * 3 + 5, 'quiet harbor ');
const document: CutDocument = { name: 'note.pdf', type: 'application/pdf', content, pages: '1-3' };
const owner = accountId(1);

function uploads({ cache = temporaryCache(), portal = new FakeOrders(), mostBytes = 20_000_000 } = {}) {
  keepAccount(cache, account(1));
  const time = createFakeSchedule();
  const changed: string[] = [];
  let isOnline = true;
  let ids = 0;
  const service = createUploadService({
    uploads: cache.uploads,
    ordersOf: () => (isOnline ? portal.line() : null),
    mostBytes: () => mostBytes,
    onChanged: (of) => changed.push(of),
    newId: () => id(8000 + (ids += 1)),
    schedule: time.schedule,
  });
  const begin = (): string => {
    const begun = service.begin(owner, orderId, document);
    if (!begun.ok) throw new Error(begun.error.code);
    return begun.value;
  };
  const first = () => service.list(owner, orderId)[0];
  return { cache, portal, time, changed, service, begin, first, setOnline: (on: boolean) => (isOnline = on) };
}

const arrivedAt = (portal: FakeOrders, uploadId: string): boolean => {
  const there = portal.documents.get(uploadId);
  return there?.isDone === true && there.bytes.equals(content);
};

describe('uploads (E8)', () => {
  it('send a document part by part, tell how far they are, and forget it once it has arrived', async () => {
    const desk = uploads();
    const uploadId = desk.begin();
    expect(desk.first()).toMatchObject({ state: 'sending', sent: 0, size: content.length, pages: '1-3' });
    await settle();
    expect(arrivedAt(desk.portal, uploadId)).toBe(true);
    expect(desk.service.list(owner, orderId)).toEqual([]);
    expect(desk.cache.uploads.part(uploadId, 0)).toHaveLength(0);
    expect(desk.changed.length).toBeGreaterThan(4);
    expect(desk.portal.calls.filter((call) => call.startsWith('part'))).toHaveLength(4);
  });

  it('go on where they were after a lost connection', async () => {
    const desk = uploads();
    let parts = 0;
    desk.portal.fault = (call) => (call.startsWith('part') && (parts += 1) === 3 ? { code: 'offline' } : null);
    const uploadId = desk.begin();
    await settle();
    expect(desk.first()).toMatchObject({ state: 'interrupted', sent: partBytes * 2, error: { code: 'offline' } });
    desk.service.wake(owner);
    await settle();
    expect(arrivedAt(desk.portal, uploadId)).toBe(true);
    expect(desk.portal.calls.filter((call) => call === 'part 0')).toHaveLength(1);
  });

  it('find the right offset after a lost answer, and after half a minute by themselves', async () => {
    const desk = uploads();
    let lost = false;
    desk.portal.fault = (call) => (call === `part ${String(partBytes)}` && !lost ? ((lost = true), 'lost') : null);
    const uploadId = desk.begin();
    await settle();
    expect(desk.first()?.state).toBe('interrupted');
    await desk.time.pass(30_000);
    expect(arrivedAt(desk.portal, uploadId)).toBe(true);
  });

  it('go on after a restart of the app', async () => {
    const before = uploads();
    before.portal.fault = (call) => (call === `part ${String(partBytes)}` ? { code: 'offline' } : null);
    const uploadId = before.begin();
    await settle();
    before.service.stop();
    before.portal.fault = () => null;
    const after = uploads({ cache: before.cache, portal: before.portal });
    after.service.wake();
    await settle();
    expect(arrivedAt(after.portal, uploadId)).toBe(true);
    expect(after.service.list(owner, orderId)).toEqual([]);
  });

  it('stand still while they are paused, also over a restart, and go on when somebody resumes them', async () => {
    const desk = uploads();
    let open = (): void => {};
    desk.portal.gate = new Promise((resolve) => (open = resolve));
    const uploadId = desk.begin();
    expect(desk.service.pause(owner, uploadId).ok).toBe(true);
    open();
    await settle();
    expect(desk.first()?.state).toBe('paused');
    expect(desk.portal.calls).toEqual(['announce']);
    const later = uploads({ cache: desk.cache, portal: desk.portal });
    later.service.wake();
    await settle();
    expect(later.first()?.state).toBe('paused');
    expect(later.service.resume(owner, uploadId).ok).toBe(true);
    await settle();
    expect(arrivedAt(later.portal, uploadId)).toBe(true);
  });

  it('are gone here and there when somebody cancels them', async () => {
    const desk = uploads();
    desk.portal.fault = (call) => (call === 'complete' ? { code: 'offline' } : null);
    const uploadId = desk.begin();
    await settle();
    expect((await desk.service.cancel(owner, uploadId)).ok).toBe(true);
    expect(desk.service.list(owner, orderId)).toEqual([]);
    expect(desk.portal.documents.size).toBe(0);
    expect(await desk.service.cancel(owner, uploadId)).toEqual({ ok: false, error: { code: 'not_found' } });
    await desk.time.pass(60_000);
    expect(desk.portal.documents.size).toBe(0);
  });

  it('stop with what the portal says, and try again when asked', async () => {
    const desk = uploads();
    let damaged = true;
    desk.portal.fault = (call) => (call === 'complete' && damaged ? { code: 'document_damaged' } : null);
    const uploadId = desk.begin();
    await settle();
    expect(desk.first()).toMatchObject({ state: 'failed', error: { code: 'document_damaged' } });
    desk.service.wake();
    await settle();
    expect(desk.first()?.state).toBe('failed');
    damaged = false;
    desk.service.resume(owner, uploadId);
    await settle();
    expect(arrivedAt(desk.portal, uploadId)).toBe(true);
  });

  it('do not run in circles with a portal that never agrees about the offset', async () => {
    const desk = uploads();
    desk.portal.fault = (call) => (call.startsWith('part') ? { code: 'part_out_of_step', offset: 0 } : null);
    desk.begin();
    await settle();
    expect(desk.first()).toMatchObject({ state: 'failed', error: { code: 'part_out_of_step' } });
    expect(desk.portal.calls.length).toBeLessThan(12);
  });

  it('wait while nobody is signed in', async () => {
    const desk = uploads();
    desk.setOnline(false);
    const uploadId = desk.begin();
    await settle();
    expect(desk.first()).toMatchObject({ state: 'interrupted', error: { code: 'signed_out' } });
    desk.setOnline(true);
    await desk.time.pass(30_000);
    expect(arrivedAt(desk.portal, uploadId)).toBe(true);
  });

  it('refuse more than the portal takes, and belong to their account', () => {
    const desk = uploads({ mostBytes: content.length - 1 });
    expect(desk.service.begin(owner, orderId, document)).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'pages', code: 'too_long' }] },
    });
    const other = uploads();
    other.setOnline(false);
    const uploadId = other.begin();
    expect(other.service.pause(accountId(2), uploadId)).toEqual({ ok: false, error: { code: 'not_found' } });
    other.cache.accounts.remove(owner);
    expect(other.cache.uploads.all()).toEqual([]);
    expect(other.cache.uploads.part(uploadId, 0)).toHaveLength(0);
  });
});
