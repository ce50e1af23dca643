import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres, type ThrowawayPostgres } from '../../../scripts/database/throwaway-postgres.mjs';
import { migrate } from '../../../src-portal/database/migrate.ts';
import { openDatabase, type OpenDatabase } from '../../../src-portal/database/open.ts';
import { openMailStandIn, type MailStandIn } from './mail-stand-in.ts';
import { addPractices, type DeskPeople, type PracticeSize } from './practice.ts';
import { startInstance, type ServiceInstance } from './service-instance.ts';

/** Two processes of the real service on one durable PostgreSQL of their own, with people in it and somewhere for their mail. */
export interface TwoInstances {
  readonly postgres: ThrowawayPostgres;
  readonly mail: MailStandIn;
  readonly first: ServiceInstance;
  readonly second: ServiceInstance;
  readonly people: readonly DeskPeople[];
  /** The test's own view of the tables. */
  readonly opened: OpenDatabase;
  close(): Promise<void>;
}

export async function startTwoInstances(size: PracticeSize): Promise<TwoInstances> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-desk-torture-'));
  const postgres = await startPostgres({ durable: true });
  const mail = await openMailStandIn();
  const opened = openDatabase({ kind: 'postgresql', url: postgres.url, connections: 4, onError: () => undefined });
  await migrate(opened.database);
  const people = await addPractices(opened, size);
  const settings = { databaseUrl: postgres.url, smtpUrl: mail.url, serviceKey: Buffer.alloc(32, 7), folder };
  const first = await startInstance({ ...settings, name: 'first' });
  const second = await startInstance({ ...settings, name: 'second' });
  await Promise.all([first.listens(), second.listens()]);
  return {
    postgres,
    mail,
    first,
    second,
    people,
    opened,
    async close() {
      await Promise.all([first.end(), second.end()]);
      await opened.close();
      await mail.close();
      postgres.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
