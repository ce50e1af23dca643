import type { Desk } from './desk.ts';
import { done, type SyncHandlers } from './handlers.ts';

export const syncHandlers = ({ accounts }: Desk): SyncHandlers => ({
  'sync.state': ({ accountId }) => accounts.syncState(accountId),
  'sync.now': ({ accountId }) => done(accounts.syncNow(accountId)),
});
