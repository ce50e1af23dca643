import fs from 'node:fs';
import path from 'node:path';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { writeOldFile } from '../../src-main/cache/old-file.ts';
import {
  account,
  accountId,
  id,
  linkedAccount,
  linkedAccountId,
  moment,
  revoke,
} from '../../src-main/support/fixtures.ts';
import type { Act } from './act-event.ts';
import { actUsers, practiceId } from './act-portal.ts';

/** How an act finds its file: put away properly, or as a kill left it, with everything still in the write-ahead log. */
export type LeftBy = 'closing' | 'kill';

export interface Template {
  readonly act: Act;
  readonly folder: string;
  readonly leftBy: LeftBy;
  /** The schema version of the file. */
  readonly version: number;
}

/** Commands that wait in the file of every act but `migrate`. */
export const waitingIds = [id(1), id(2), id(3)];

export const fileIn = (folder: string): string => path.join(folder, 'cache.db');

/** Makes the folder that every try of the act starts with a copy of. */
export function makeTemplate({ act, folder, leftBy, version }: Template, key: string): void {
  const file = fileIn(folder);
  if (act === 'migrate') {
    writeOldFile(file, key, version);
    return;
  }
  const work = fs.mkdtempSync(`${folder}-`);
  const opened = openCache({ file: fileIn(work), key });
  if (!opened.ok) throw new Error(opened.error.code);
  const cache = opened.value;
  cache.accounts.save(account(), 'https://portal.example');
  cache.accounts.setState(accountId(1), 'signed-in');
  cache.accounts.saveLinkedAccounts(accountId(1), [linkedAccount()]);
  cache.accounts.setActiveLinkedAccount(accountId(1), linkedAccountId(1));
  const total = actUsers.length;
  cache.feed.applySnapshotPage(practiceId, { records: actUsers, next: null, position: total, total, loaded: total });
  const commands = waitingIds.map((commandId, place) => ({
    id: commandId,
    organizationId: practiceId,
    decidedAt: moment,
    intent: revoke(place + 1),
  }));
  const kept = cache.outbox.enqueue(accountId(1), practiceId, commands);
  if (!kept.ok) throw new Error(kept.error.code);
  if (leftBy === 'closing') cache.close();
  // what a killed process leaves is what is on the disk while it still runs
  fs.cpSync(work, folder, { recursive: true });
  if (leftBy === 'kill') cache.close();
  fs.rmSync(work, { recursive: true });
}
