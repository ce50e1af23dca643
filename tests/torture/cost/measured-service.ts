import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../../scripts/database/throwaway-postgres.mjs';
import { migrate } from '../../../src-portal/database/migrate.ts';
import { openDatabase, type OpenDatabase } from '../../../src-portal/database/open.ts';
import { startInstance, type ServiceInstance } from '../service/service-instance.ts';

/** A process of the real service on a real PostgreSQL of its own. */
export interface MeasuredService {
  readonly instance: ServiceInstance;
  /** The measurement's own view of the tables. */
  readonly opened: OpenDatabase;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

export async function startMeasuredService(): Promise<MeasuredService> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-desk-cost-'));
  const postgres = await startPostgres();
  const opened = openDatabase({ kind: 'postgresql', url: postgres.url, connections: 2, onError: () => undefined });
  await migrate(opened.database);
  const instance = await startInstance({
    databaseUrl: postgres.url,
    // nothing that is measured sends mail
    smtpUrl: 'smtp://127.0.0.1:1',
    serviceKey: Buffer.alloc(32, 7),
    folder,
    name: 'measured',
  });
  await instance.listens();
  return {
    instance,
    opened,
    databaseUrl: postgres.url,
    async close() {
      await instance.end();
      await opened.close();
      postgres.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
