import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';

const reconnectMs = { first: 250, most: 10_000 };

export interface Listening {
  /** A new client that is not connected yet. */
  readonly connect: () => pg.Client;
  readonly channel: string;
  readonly onPayload: (payload: string) => void;
  /** Told when listening has begun again after a gap in which something may have been missed. */
  readonly onGap: () => void;
  readonly onError: (error: Error) => void;
}

/**
 * Holds one connection that listens on a channel and makes it again, ever more patiently, when it breaks. Rejects when
 * the first connection cannot be made. The answer ends the subscription and its connection.
 */
export async function listenToPostgres(listening: Listening): Promise<() => Promise<void>> {
  const { connect, channel, onPayload, onGap, onError } = listening;
  const ended = new AbortController();
  let client = await open();

  async function open(): Promise<pg.Client> {
    const next = connect();
    next.on('notification', (message) => {
      if (message.channel === channel) onPayload(message.payload ?? '');
    });
    // without a listener an error would end the process; `end` follows every loss
    next.on('error', onError);
    try {
      await next.connect();
      await next.query(`listen ${next.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    next.once('end', () => void reopen());
    return next;
  }

  async function reopen(): Promise<void> {
    for (let waitMs = reconnectMs.first; !ended.signal.aborted; waitMs = Math.min(waitMs * 2, reconnectMs.most)) {
      await delay(waitMs, undefined, { signal: ended.signal }).catch(() => undefined);
      if (ended.signal.aborted) return;
      try {
        client = await open();
        if (ended.signal.aborted) await client.end();
        else onGap();
        return;
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }

  return async () => {
    ended.abort();
    await client.end().catch(() => undefined);
  };
}
