import { fail, ok } from '../../src-shared/result.ts';
import type { Desk } from './desk.ts';
import { done, type NoticeHandlers, type OrderHandlers } from './handlers.ts';

export const orderHandlers = ({ orders }: Desk): OrderHandlers => ({
  'orders.search': (input) => orders.search(input),
  'orders.detail': (input) => orders.detail(input),
  'orders.openLetter': async (input) => done(await orders.openLetter(input)),
  'orders.putAdditionalInformation': (input) => orders.putAdditionalInformation(input),
  'orders.chooseDocument': (input) => orders.chooseDocument(input),
  'orders.uploadDocument': (input) => orders.uploadDocument(input),
  'orders.uploads': (input) => ok({ uploads: orders.uploads(input) }),
  'orders.pauseUpload': (input) => done(orders.pauseUpload(input)),
  'orders.resumeUpload': (input) => done(orders.resumeUpload(input)),
  'orders.cancelUpload': async (input) => done(await orders.cancelUpload(input)),
});

export const noticeHandlers = ({ accounts, notices }: Desk): NoticeHandlers => ({
  'notices.dismissed': ({ accountId }) => ok({ noticeIds: notices.list(accountId) }),
  'notices.dismiss'({ accountId, noticeId }) {
    if (!accounts.list().accounts.some(({ account }) => account.id === accountId)) return fail({ code: 'not_found' });
    notices.dismiss(accountId, noticeId);
    return ok({});
  },
});
