import type { Hint } from '../../../src-shared/portal-api/changes.ts';

/** Tells an account's sync that its records have changed, as a portal's service would. */
export interface GuidedHints {
  tell(accountId: string, hint: Hint): void;
  /** Call the answer to stop. */
  subscribe(accountId: string, listener: (hint: Hint) => void): () => void;
}

export function createGuidedHints(): GuidedHints {
  const listeners = new Set<{ readonly accountId: string; readonly listener: (hint: Hint) => void }>();
  return {
    tell(accountId, hint) {
      for (const each of listeners) if (each.accountId === accountId) each.listener(hint);
    },
    subscribe(accountId, listener) {
      const mine = { accountId, listener };
      listeners.add(mine);
      return () => listeners.delete(mine);
    },
  };
}
