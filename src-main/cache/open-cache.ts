import { fail, ok, type Result } from '../../src-shared/result.ts';
import { accountRepository } from './account/account-repository.ts';
import { preferenceRepository } from './account/preference-repository.ts';
import { wantedPreferenceRepository } from './account/wanted-preference-repository.ts';
import { agencyRepository } from './agencies/agency-repository.ts';
import type { Cache } from './cache.ts';
import { draftRepository } from './drafts/draft-repository.ts';
import { feedWriter } from './feed/feed-repository.ts';
import { pageWriters } from './feed/page-writers.ts';
import { healthPlanRepository } from './account/health-plan-repository.ts';
import { guidedRepository } from './guided/guided-repository.ts';
import { openDatabase, walPages } from './open-database.ts';
import { uploadRepository } from './orders/upload-repository.ts';
import { outboxRepository } from './outbox/outbox-repository.ts';
import { peopleRepository } from './people/people-repository.ts';
import { practiceRepository } from './profile/practice-repository.ts';
import { registryRepository } from './profile/registry-repository.ts';
import { newRightOfWay } from './right-of-way.ts';
import { preparedStatements, type Sqlite } from './sqlite.ts';
import { storageFailure } from './storage-failure.ts';
import { transactionsOf } from './transactions.ts';

export interface CacheOptions {
  /** Its folder is made when it is not there. */
  readonly file: string;
  /** 32 bytes as 64 hex digits. */
  readonly key: string;
  /** The built program of the thread that writes first loads; without one this thread does. */
  readonly pageThread?: string;
}

/**
 * Opens the cache, or makes it. Commands that were being sent when the app ended wait again: whether they arrived is
 * unknown, and the portal answers the same id with the same outcome. Fails with `cache_unreadable` or `disk_full`.
 */
export function openCache(options: CacheOptions): Result<Cache> {
  const opened = openDatabase(options);
  if (!opened.ok) return opened;
  try {
    return ok(cacheOn(opened.value, options));
  } catch (error) {
    opened.value.close();
    const failure = storageFailure(error);
    if (failure === null) throw error;
    return fail({ code: failure.code === 'disk_full' ? 'disk_full' : 'cache_unreadable' });
  }
}

function cacheOn(database: Sqlite, { file, key, pageThread }: CacheOptions): Cache {
  const statements = preparedStatements(database);
  const rightOfWay = newRightOfWay();
  const transactions = transactionsOf(database, rightOfWay);
  const feed = feedWriter(database, statements, transactions);
  const writers = pageWriters({
    program: pageThread ?? null,
    file,
    key,
    rightOfWay: rightOfWay.shared,
    feed,
    moveLogHere(here) {
      database.pragma(`wal_autocheckpoint = ${here ? walPages : 0}`);
    },
  });
  transactions.repeatable(() => statements(`update outbox set state = 'waiting' where state = 'sending'`).run({}));
  return {
    accounts: accountRepository(database, statements, transactions),
    people: peopleRepository(statements, transactions),
    agencies: agencyRepository(statements, transactions),
    feed: { ...feed, openPageWriter: () => writers.open() },
    outbox: outboxRepository(statements, transactions),
    preferences: preferenceRepository(statements, transactions),
    wantedPreferences: wantedPreferenceRepository(statements, transactions),
    practice: practiceRepository(statements, transactions),
    registry: registryRepository(statements, transactions),
    guided: guidedRepository(statements, transactions),
    healthPlans: healthPlanRepository(statements, transactions),
    drafts: draftRepository(statements, transactions),
    uploads: uploadRepository(statements, transactions),
    close() {
      writers.close();
      database.close();
    },
  };
}
