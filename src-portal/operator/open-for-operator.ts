import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import { systemChance } from '../chance.ts';
import { readConfig, type ServiceConfig } from '../config.ts';
import type { PortalContext } from '../context.ts';
import { openDataFolder } from '../data-folder.ts';
import { embeddedPostgres, openDatabase, type OpenDatabase } from '../database/open.ts';
import { createHintPublisher } from '../features/changes/hint-publisher.ts';
import { createJobQueue } from '../jobs/job-queue.ts';
import type { OpenContext } from './run-operator.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens the service's own database from its environment and data folder. PostgreSQL is shared with the running
 * service; an embedded database is had only while no service has it. Fails with a sentence for the operator.
 */
export async function openForOperator(
  data: string | null,
  environment: Environment,
): Promise<Result<OpenContext, string>> {
  const config = readConfig(data === null ? [] : ['--data', data], environment);
  if (!config.ok) return config;
  return config.value.databaseUrl === null
    ? openEmbedded(config.value)
    : openPostgres(config.value, config.value.databaseUrl);
}

async function openEmbedded(config: ServiceConfig): Promise<Result<OpenContext, string>> {
  const { dataFolder } = config;
  if (dataFolder === null) return fail('Name the folder of the service with --data, or set DATABASE_URL');
  if (!existsSync(path.join(dataFolder, 'database')))
    return fail(`${dataFolder} holds no database of a portal service`);
  const folder = openDataFolder(dataFolder);
  if (!folder.ok) return fail(`${folder.error}. The embedded database takes one process: stop the service first`);
  const { databasePath, serviceKey, release } = folder.value;
  const opened = openDatabase({ kind: 'embedded', pglite: embeddedPostgres(databasePath) });
  return ok({
    context: contextOf(config, opened, config.serviceKey ?? serviceKey),
    close: async () => {
      await opened.close();
      release();
    },
  });
}

async function openPostgres(config: ServiceConfig, url: string): Promise<Result<OpenContext, string>> {
  const keyPath = path.join(config.dataFolder ?? '', 'service-key');
  if (config.serviceKey === null && !existsSync(keyPath)) return fail(`${keyPath} is missing: set PORTAL_SERVICE_KEY`);
  // the folder may belong to the running service; of it the key alone is read
  const serviceKey = config.serviceKey ?? Buffer.from(readFileSync(keyPath, 'utf8').trim(), 'hex');
  // a connection that breaks fails the query that uses it
  const opened = openDatabase({ kind: 'postgresql', url, connections: 1, onError: () => undefined });
  return ok({ context: contextOf(config, opened, serviceKey), close: () => opened.close() });
}

const contextOf = (config: ServiceConfig, { database, kind }: OpenDatabase, serviceKey: Buffer): PortalContext => ({
  database,
  chance: systemChance,
  jobs: createJobQueue(systemChance),
  hints: createHintPublisher(),
  settings: {
    publicUrl: config.publicUrl ?? '',
    serviceKey,
    mailFrom: config.mailFrom,
    mailboxUrl: null,
    database: kind,
    version: '',
    passwordHash: { memoryKib: 64 * 1024, passes: 3 },
  },
});
