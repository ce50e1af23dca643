import { existsSync } from 'node:fs';
import path from 'node:path';
import { PGlite, types as pgliteTypes } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../context.ts';
import { listenToPostgres } from './postgres-listener.ts';
import type { Schema } from './schema.ts';

/** Ends one subscription. */
export type Unlisten = () => Promise<void>;

export interface OpenDatabase {
  readonly database: Database;
  readonly kind: 'embedded' | 'postgresql';
  /**
   * Calls back for each `pg_notify` on the channel, whichever instance sent it, after its transaction's commit. A lost
   * connection is made again by itself; what was sent meanwhile is lost, which `onGap` tells.
   */
  listen(channel: string, onPayload: (payload: string) => void, onGap?: () => void): Promise<Unlisten>;
  close(): Promise<void>;
}

export type DatabaseTarget =
  | { readonly kind: 'embedded'; readonly pglite: PGlite }
  | {
      readonly kind: 'postgresql';
      readonly url: string;
      /** Connections at most. */
      readonly connections?: number;
      /** Told when a connection breaks; the pool replaces it, and what was being done with it fails. */
      readonly onError: (error: Error) => void;
    };

/**
 * PGlite in a folder, or in memory without one. It takes one process and never fsyncs: for trying and for tests.
 * A new one is a copy of `template`, a `dumpDataDir` of another; without it, making one takes some seconds.
 */
export function embeddedPostgres(dataDir?: string, template?: Blob): PGlite {
  const isThere = dataDir !== undefined && existsSync(path.join(dataDir, 'PG_VERSION'));
  return new PGlite({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(template === undefined || isThere ? {} : { loadDataDir: template }),
    parsers: { [pgliteTypes.INT8]: Number },
  });
}

/** Opens the service's tables; 8-byte integers are read as numbers on both kinds. Closing closes what it was given. */
export function openDatabase(target: DatabaseTarget): OpenDatabase {
  if (target.kind === 'embedded') {
    const { pglite } = target;
    const database = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
    return {
      database,
      kind: 'embedded',
      async listen(channel, onPayload) {
        const unlisten = await pglite.listen(channel, onPayload);
        return async () => {
          if (!pglite.closed) await unlisten();
        };
      },
      async close() {
        await database.destroy();
        if (!pglite.closed) await pglite.close();
      },
    };
  }
  const connection: pg.ClientConfig = { connectionString: target.url, types: numericInt8() };
  const pool = new pg.Pool({ ...connection, max: target.connections ?? 10 });
  // one that breaks while it is in use tells nobody but itself, and would end the process if nobody heard it
  pool.on('connect', (client) => client.on('error', target.onError));
  pool.on('error', () => undefined);
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const subscriptions = new Set<Unlisten>();
  return {
    database,
    kind: 'postgresql',
    async listen(channel, onPayload, onGap = () => undefined) {
      const connect = () => new pg.Client(connection);
      const unlisten = await listenToPostgres({ connect, channel, onPayload, onGap, onError: target.onError });
      subscriptions.add(unlisten);
      return async () => {
        subscriptions.delete(unlisten);
        await unlisten();
      };
    },
    async close() {
      for (const unlisten of subscriptions) await unlisten();
      await database.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

/** Feed positions and time steps stay far below 2^53. */
function numericInt8(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return types;
}
