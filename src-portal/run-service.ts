import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { version } from '../package.json';
import { fail, ok, type Result } from '../src-shared/result.ts';
import { buildApp } from './app.ts';
import { systemChance } from './chance.ts';
import type { ServiceConfig } from './config.ts';
import type { PortalContext, PortalSettings } from './context.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { migrate } from './database/migrate.ts';
import { embeddedPostgres, openDatabase, type OpenDatabase } from './database/open.ts';
import { openHintHub } from './features/changes/hint-hub.ts';
import { createHintPublisher } from './features/changes/hint-publisher.ts';
import { jobHandlers } from './job-handlers.ts';
import { createJobQueue } from './jobs/job-queue.ts';
import { createJobWorker } from './jobs/job-worker.ts';
import { scheduleRepeatedJobs } from './jobs/repeat-job.ts';
import { createMailer, mailerWithoutServer } from './mail/mailer.ts';
import { openMailbox, type Mailbox } from './mailbox/open-mailbox.ts';
import { seedDatabase } from './seeds/seed-database.ts';

export interface RunningService {
  /** Where it listens. */
  readonly url: string;
  /** Of the demonstration's mailbox. */
  readonly mailboxUrl: string | null;
  /** Finishes the requests and jobs in hand, then closes everything. */
  stop(): Promise<void>;
}

/** RFC 9106, second recommendation. */
const passwordHash = { memoryKib: 64 * 1024, passes: 3 };

/**
 * Starts one instance; resolves when it listens. Fails with a sentence for the operator when its data folder cannot be
 * had; throws when database or port cannot. `emptyDatabase` is a file that a new embedded database begins with.
 */
export async function runService(
  config: ServiceConfig,
  log: Logger,
  emptyDatabase?: string,
): Promise<Result<RunningService, string>> {
  const folder = config.dataFolder === null ? null : openDataFolder(config.dataFolder);
  if (folder !== null && !folder.ok) return fail(folder.error);
  const data = folder?.value ?? null;
  // the last opened is closed first, also when the start fails halfway
  const closers: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    if (data !== null) closers.push(() => data.release());
    const opened = await open(config, data, log, emptyDatabase);
    closers.push(() => opened.close());
    const service = await start(config, data, log, opened, closers);
    return ok({ ...service, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  config: ServiceConfig,
  data: DataFolder | null,
  log: Logger,
  opened: OpenDatabase,
  closers: (() => Promise<void> | void)[],
): Promise<Omit<RunningService, 'stop'>> {
  await migrate(opened.database);
  const mailbox = config.hasDemoMailbox ? await openMailbox(systemChance) : null;
  if (mailbox !== null) closers.push(() => mailbox.close());

  const listening = { url: '' };
  const context = contextOf(config, opened, data, mailbox, listening);
  if (await seedDatabase(context, config.seed)) log.info({ seed: config.seed.kind }, 'seeded');
  const hub = await openHintHub(opened);
  closers.push(() => hub.close());

  const smtpUrl = mailbox?.smtpUrl ?? config.smtpUrl;
  if (smtpUrl === null) log.warn('SMTP_URL is not set: no email will be delivered');
  const mailer = smtpUrl === null ? mailerWithoutServer : createMailer(smtpUrl);
  closers.push(() => mailer.close());
  const worker = createJobWorker(context, jobHandlers(context, mailer), log);
  const app = buildApp(context, { log, hub, checkAnswers: false, wakeJobs: () => worker.wake() });
  closers.push(async () => {
    // both at once: no job is begun while the last requests are answered
    await Promise.all([worker.stop(), app.close()]);
  });

  await app.listen({ host: config.host, port: config.port });
  listening.url = urlOf(app.server.address() as AddressInfo);
  await scheduleRepeatedJobs(context);
  worker.start();
  return { url: listening.url, mailboxUrl: mailbox?.url ?? null };
}

async function open(
  config: ServiceConfig,
  data: DataFolder | null,
  log: Logger,
  emptyDatabase: string | undefined,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    const onError = (error: Error) => log.error({ err: error }, 'database connection lost');
    return openDatabase({ kind: 'postgresql', url: config.databaseUrl, onError });
  }
  log.warn(
    'Running on an embedded database, which is for trying and tests only: it takes one process and can lose data when the computer stops. Set DATABASE_URL for PostgreSQL.',
  );
  const template =
    emptyDatabase === undefined ? undefined : new Blob([await readFile(emptyDatabase)], { type: 'application/x-gzip' });
  return openDatabase({ kind: 'embedded', pglite: embeddedPostgres(data?.databasePath, template) });
}

function contextOf(
  config: ServiceConfig,
  { database, kind }: OpenDatabase,
  data: DataFolder | null,
  mailbox: Mailbox | null,
  listening: { readonly url: string },
): PortalContext {
  const settings: PortalSettings = {
    // known once it listens; nothing is mailed before
    get publicUrl() {
      return config.publicUrl ?? listening.url;
    },
    serviceKey: config.serviceKey ?? data?.serviceKey ?? systemChance.randomBytes(32),
    mailFrom: config.mailFrom,
    mailboxUrl: mailbox?.url ?? null,
    database: kind,
    version,
    passwordHash,
  };
  return {
    database,
    chance: systemChance,
    jobs: createJobQueue(systemChance),
    hints: createHintPublisher(),
    settings,
  };
}

function urlOf({ address, family, port }: AddressInfo): string {
  const anywhere = address === '0.0.0.0' || address === '::';
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${anywhere ? 'localhost' : host}:${port}`;
}
