import type { OpenDatabase } from '../../database/open.ts';
import { hintChannel, parseNotice, type Notice } from './hint-notice.ts';

/** Spreads this instance's one stream of notices over its listeners. */
export interface HintHub {
  /**
   * Listens until the answered function is called. `onGap` is told when notices may have been lost with the connection
   * to the database, once they are heard again.
   */
  subscribe(listener: (notice: Notice) => void, onGap?: () => void): () => void;
  close(): Promise<void>;
}

/** Resolves once notices are heard: those of every instance on PostgreSQL, of this one on an embedded database. */
export async function openHintHub(database: Pick<OpenDatabase, 'listen'>): Promise<HintHub> {
  const listeners = new Set<Listener>();
  const unlisten = await database.listen(
    hintChannel,
    (payload) => {
      const notice = parseNotice(payload);
      for (const { hear } of listeners) hear(notice);
    },
    () => {
      for (const { onGap } of listeners) onGap();
    },
  );
  return {
    subscribe(hear, onGap = () => undefined) {
      const listener = { hear, onGap };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      await unlisten();
    },
  };
}

interface Listener {
  hear(notice: Notice): void;
  onGap(): void;
}
