import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../src-shared/result.ts';
import { parseSeed, type Seed } from './seeds/seed.ts';

/** How one instance of the service runs. */
export interface ServiceConfig {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Null: wherever it listens. */
  readonly publicUrl: string | null;
  /** Null: an embedded database. */
  readonly databaseUrl: string | null;
  /** Where the embedded database and the service's key are kept; null: in memory, gone with the process. */
  readonly dataFolder: string | null;
  readonly seed: Seed;
  /** Null: mail waits in the queue and fails in the end, unless there is a demonstration mailbox. */
  readonly smtpUrl: string | null;
  readonly hasDemoMailbox: boolean;
  readonly mailFrom: string;
  /** Null: from the data folder, or, in memory, a new one. */
  readonly serviceKey: Buffer | null;
}

export const usage = `Usage: server [--port N] [--data DIR|memory] [--seed demo|empty|N-users] [--demo-mailbox]

  --port N          the port to listen on, 0 for any free one (4747)
  --data DIR        keeps an embedded database, for trying and tests only, in a folder (memory)
  --seed NAME       what a new database starts with: demo, empty, or 500-users for that many (empty)
  --demo-mailbox    shows outgoing mail on a local page instead of sending it

Environment: DATABASE_URL (PostgreSQL), SMTP_URL, PUBLIC_URL, MAIL_FROM, HOST (127.0.0.1),
PORTAL_SERVICE_KEY (64 hexadecimal digits; every instance of a service has the same), LOG_LEVEL (info)`;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads command line and environment, whose empty values count as absent. Fails with a sentence for the operator. */
export function readConfig(parameters: readonly string[], environment: Environment): Result<ServiceConfig, string> {
  const values = readParameters(parameters);
  if (!values.ok) return values;
  const { port, data, seed: seedName, 'demo-mailbox': demoMailbox } = values.value;
  const variable = (name: string): string | null => environment[name]?.trim() || null;

  const portNumber = /^\d{1,5}$/u.test(port) ? Number(port) : Number.NaN;
  if (!(portNumber <= 65_535)) return fail(`--port takes a number from 0 to 65535, not ${port}`);
  const seed = parseSeed(seedName);
  if (seed === null) return fail(`--seed takes demo, empty or a number of users such as 500-users, not ${seedName}`);
  if (data === '') return fail('--data takes a folder, or memory');
  const dataFolder = data === 'memory' ? null : data;
  const databaseUrl = variable('DATABASE_URL');
  if (databaseUrl !== null && !isUrlOf(databaseUrl, ['postgres:', 'postgresql:'])) {
    return fail('DATABASE_URL takes an address like postgres://user@host/database');
  }
  const smtpUrl = variable('SMTP_URL');
  if (smtpUrl !== null && !isUrlOf(smtpUrl, ['smtp:', 'smtps:'])) {
    return fail('SMTP_URL takes an address like smtp://host:587');
  }
  const publicUrl = variable('PUBLIC_URL');
  if (publicUrl !== null && !isUrlOf(publicUrl, ['http:', 'https:'])) {
    return fail('PUBLIC_URL takes an address like https://portal.example.com');
  }
  const key = variable('PORTAL_SERVICE_KEY');
  if (key !== null && !/^[0-9a-f]{64}$/iu.test(key)) return fail('PORTAL_SERVICE_KEY takes 64 hexadecimal digits');
  if (key === null && databaseUrl !== null && dataFolder === null) {
    return fail('With DATABASE_URL, set PORTAL_SERVICE_KEY, or --data to a folder that keeps the key');
  }
  return ok({
    host: variable('HOST') ?? '127.0.0.1',
    port: portNumber,
    publicUrl: publicUrl?.replace(/\/+$/u, '') ?? null,
    databaseUrl,
    dataFolder,
    seed,
    smtpUrl,
    hasDemoMailbox: demoMailbox || (smtpUrl === null && seed.kind === 'demo'),
    mailFrom: variable('MAIL_FROM') ?? 'Provider portals <no-reply@portal.invalid>',
    serviceKey: key === null ? null : Buffer.from(key, 'hex'),
  });
}

interface Parameters {
  readonly port: string;
  readonly data: string;
  readonly seed: string;
  readonly 'demo-mailbox': boolean;
}

function readParameters(parameters: readonly string[]): Result<Parameters, string> {
  try {
    return ok(
      parseArgs({
        args: [...parameters],
        options: {
          port: { type: 'string', default: '4747' },
          data: { type: 'string', default: 'memory' },
          seed: { type: 'string', default: 'empty' },
          'demo-mailbox': { type: 'boolean', default: false },
        },
      }).values,
    );
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const isUrlOf = (text: string, protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);
