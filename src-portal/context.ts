import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './database/schema.ts';
import type { Hint } from '../src-shared/portal-api/changes.ts';

export type Database = Kysely<Schema>;
export type DatabaseTransaction = Transaction<Schema>;

/** Time and chance, so that tests decide both. */
export interface Chance {
  now(): Date;
  /** A UUIDv7 of now. */
  newId(): string;
  /** Cryptographically random bytes. */
  randomBytes(length: number): Buffer;
}

/** Work to be done later, written in the transaction that wants it. Kinds and their payloads: jobs/job-kinds.ts. */
export interface JobQueue {
  enqueue(transaction: DatabaseTransaction, kind: string, payload: object, runAt?: Date): Promise<void>;
}

/** Tells every instance's listeners that something has grown. Called inside the transaction; heard after its commit. */
export interface HintPublisher {
  publish(transaction: DatabaseTransaction, hint: { accountIds?: readonly string[]; hint: Hint }): Promise<void>;
}

/** What every part of the service works with. One per running instance, made in `server.ts` or by a test. */
export interface PortalContext {
  readonly database: Database;
  readonly chance: Chance;
  readonly jobs: JobQueue;
  readonly hints: HintPublisher;
  readonly settings: PortalSettings;
}

export interface PortalSettings {
  /** Where browsers reach this service; links in emails start with it. No slash at the end. */
  readonly publicUrl: string;
  /** 32 bytes that encrypt authenticator secrets and key the hashes of short codes. */
  readonly serviceKey: Buffer;
  readonly mailFrom: string;
  readonly mailboxUrl: string | null;
  readonly database: 'embedded' | 'postgresql';
  readonly version: string;
  /** argon2id cost; tests lower it. RFC 9106 second recommendation by default: 64 MiB, 3 passes. */
  readonly passwordHash: { readonly memoryKib: number; readonly passes: number };
}
