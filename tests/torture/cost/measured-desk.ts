import fs from 'node:fs';
import path from 'node:path';
import { setImmediate as yieldNow } from 'node:timers/promises';
import type { Cache } from '../../../src-main/cache/cache.ts';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import type { Connector } from '../../../src-main/connectors/connector.ts';
import { pullOrganization } from '../../../src-main/sync/pull.ts';
import { balancedUrl, openDeskLine } from '../service/desk-line.ts';
import type { LargePractice } from './large-practice.ts';

export const cacheKey = '0123456789abcdef'.repeat(4);

/** What a desk had of its portal, in whole answers. */
export interface Traffic {
  requests: number;
  bytes: number;
}

/** A desktop's data layer without its window: the real line to the service, the real encrypted file, the real pull. */
export interface MeasuredDesk {
  readonly cache: Cache;
  readonly connector: Connector;
  readonly file: string;
  readonly traffic: Traffic;
  /** Rejects unless the organization is complete then. */
  pull(): Promise<void>;
  close(): Promise<void>;
}

interface DeskSettings {
  readonly practice: LargePractice;
  readonly url: string;
  readonly file: string;
  /** The built program of the thread that writes first loads. */
  readonly pageThread: string;
  /** To count, answers are read before they are handed on. */
  readonly counts?: boolean;
}

export async function openMeasuredDesk(settings: DeskSettings): Promise<MeasuredDesk> {
  const { practice, url, file, pageThread, counts = false } = settings;
  const opened = openCache({ file, key: cacheKey, pageThread });
  if (!opened.ok) throw new Error(opened.error.code);
  const cache = opened.value;
  const traffic: Traffic = { requests: 0, bytes: 0 };
  const line = await openDeskLine(
    await practice.signIn(),
    async (asked, init) => {
      const answer = await fetch(asked.replace(balancedUrl, url), init);
      if (!counts) return answer;
      const body = await answer.arrayBuffer();
      traffic.requests += 1;
      traffic.bytes += body.byteLength;
      return new Response(body, answer);
    },
    () => undefined,
  );
  return {
    cache,
    connector: line.connector,
    file,
    traffic,
    async pull() {
      const pulled = await pullOrganization({
        feed: cache.feed,
        connector: line.connector,
        organizationId: practice.organizationId,
        now: () => new Date(),
        yieldNow: () => yieldNow(),
        stopped: () => false,
        interrupted: () => false,
        onRows: () => undefined,
        onProgress: () => undefined,
      });
      if (!pulled.ok || pulled.value !== 'complete') throw new Error(JSON.stringify(pulled));
    },
    async close() {
      await line.close();
      cache.close();
    },
  };
}

/** Bytes of the write-ahead log. */
export const logBytes = (file: string): number => fs.statSync(`${file}-wal`).size;

/** A file in a folder that does not exist yet. */
export const fileIn = (folder: string, name: string): string => path.join(folder, name, 'cache.db');
