import { z } from 'zod';
import type { PreferenceRepository } from '../cache/cache.ts';

/** The notices that somebody has dismissed, account by account (E7). */
export interface DismissedNotices {
  list(accountId: string): string[];
  dismiss(accountId: string, noticeId: string): void;
}

const listSchema = z.array(z.string());

/** More than a portal has; an account must not fill the cache. */
const most = 200;

export function createDismissedNotices(preferences: PreferenceRepository): DismissedNotices {
  const list = (accountId: string): string[] => {
    const kept = preferences.get(`dismissed-notices:${accountId}`);
    return kept === null ? [] : listSchema.parse(JSON.parse(kept));
  };
  return {
    list,
    dismiss(accountId, noticeId) {
      const others = list(accountId).filter((id) => id !== noticeId);
      preferences.set(`dismissed-notices:${accountId}`, JSON.stringify([...others, noticeId].slice(-most)));
    },
  };
}
