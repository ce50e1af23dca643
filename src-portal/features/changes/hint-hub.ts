import type { OpenDatabase } from '../../database/open.ts';
import { hintChannel, parseNotice, type Notice } from './hint-notice.ts';

/** Spreads this instance's one stream of notices over its listeners. */
export interface HintHub {
  /** Listens until the answered function is called. */
  subscribe(listener: (notice: Notice) => void): () => void;
  close(): Promise<void>;
}

/** Resolves once notices are heard: those of every instance on PostgreSQL, of this one on an embedded database. */
export async function openHintHub(database: Pick<OpenDatabase, 'listen'>): Promise<HintHub> {
  const listeners = new Set<(notice: Notice) => void>();
  const unlisten = await database.listen(hintChannel, (payload) => {
    const notice = parseNotice(payload);
    for (const listener of listeners) listener(notice);
  });
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      await unlisten();
    },
  };
}
