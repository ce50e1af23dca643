import path from 'node:path';
import process from 'node:process';
import { setImmediate as yieldNow } from 'node:timers/promises';
import type { Cache } from '../../../src-main/cache/cache.ts';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { isEncrypted, openDatabase } from '../../../src-main/cache/open-database.ts';
import type { OutboxRow } from '../../../src-main/cache/outbox/outbox-row.ts';
import { createPortalClient } from '../../../src-main/connectors/service/portal-client.ts';
import { createServiceConnector } from '../../../src-main/connectors/service/service-connector.ts';
import { everything } from '../../../src-main/sync/plan.ts';
import { runRound } from '../../../src-main/sync/round.ts';
import { createTurns } from '../../../src-main/sync/turns.ts';
import type { Schedule } from '../../../src-main/schedule.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { account, idOf, linkedAccount, organization } from '../../src-main/cache/records.ts';
import { tell } from './child-event.ts';
import { decideSomething, ownAccountId } from './deciding.ts';
import { below, seededRandom } from './seeded-random.ts';
import { shownRecords } from './shown-records.ts';
import { peopleOf, type PracticeSize } from './stand-in-portal.ts';

/** What a life of the desk is told by the one that kills it. */
export interface DeskLife {
  readonly file: string;
  readonly key: string;
  readonly portalUrl: string;
  readonly seed: number;
  readonly places: Readonly<Record<number, PracticeSize>>;
  /** Decides nothing more, and ends once everything is sent and the cache is what the portal is. */
  readonly drains: boolean;
}

const life = JSON.parse(process.argv[2] ?? '') as DeskLife;
async function work(cache: Cache): Promise<void> {
  tellWhatIsThere(life);
  if (cache.accounts.find(ownAccountId) === null) signIn(cache);
  if (life.drains) await drain(cache);
  else await Promise.race([syncForEver(cache), decideForEver(cache)]);
}

/** Looks below the cache's interface, through a line of its own, at what the last life has left. */
function tellWhatIsThere({ file, key }: DeskLife): void {
  const second = openDatabase({ file, key });
  if (!second.ok) throw new Error(second.error.code);
  const database = second.value;
  const rows = database
    .prepare('select * from outbox where account_id = ? order by sequence')
    .all(ownAccountId) as OutboxRow[];
  const positions = database.prepare('select id, position from organization where position is not null').all() as {
    id: string;
    position: number;
  }[];
  tell({
    at: 'opened',
    integrity: String(database.pragma('integrity_check', { simple: true })),
    isEncrypted: isEncrypted(file),
    outbox: rows.map((row) => ({
      id: row.id,
      organizationId: row.organization_id,
      state: row.state,
      mayHaveBeenSent: row.may_have_been_sent === 1,
      code: row.error === null ? null : (JSON.parse(row.error) as DeskError).code,
    })),
    positions: Object.fromEntries(positions.map(({ id, position }) => [id, position])),
  });
  database.close();
}

function signIn(cache: Cache): void {
  cache.accounts.save(account(1), life.portalUrl);
  cache.accounts.setState(ownAccountId, 'signed-in');
  const linked = Object.keys(life.places).map((place) => linkedAccount(Number(place), organization(Number(place))));
  cache.accounts.saveLinkedAccounts(ownAccountId, linked);
}

const schedule: Schedule = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => {
    clearTimeout(timer);
  };
};

/** The product's own round over the product's own line to a portal; only the session is not kept anywhere. */
function roundOn(cache: Cache): () => Promise<Result<void>> {
  const client = createPortalClient({ portalUrl: life.portalUrl, fetch: (url, init) => fetch(url, init), schedule });
  const connector = createServiceConnector({
    client,
    keeper: {
      adopt: async () => Promise.resolve(ok(undefined)),
      withAccess: (call) => call('token'),
      end: async () => Promise.resolve(ok(undefined)),
      settled: async () => Promise.resolve(),
    },
    schedule,
    portalId: 'cca',
    signal: new AbortController().signal,
  });
  const quiet = (): void => undefined;
  const turns = createTurns();
  return () =>
    runRound(
      {
        cache,
        connector,
        accountId: ownAccountId,
        turns,
        listener: { accountsChanged: quiet, peopleChanged: quiet, syncChanged: quiet },
        now: () => new Date(),
        yieldNow,
        stopped: () => false,
        interrupted: () => false,
        onOutbox: quiet,
        onProgress: quiet,
      },
      everything,
    );
}

async function syncForEver(cache: Cache): Promise<never> {
  const round = roundOn(cache);
  for (;;) {
    await round();
    await yieldNow();
  }
}

async function decideForEver(cache: Cache): Promise<never> {
  const random = seededRandom(life.seed);
  const places = Object.entries(life.places);
  const people = new Map(
    places.map(([place, size]) => [idOf('organization', Number(place)), peopleOf(Number(place), size)]),
  );
  for (;;) {
    decideSomething({ cache, accountId: ownAccountId, random, people });
    for (let turns = below(random, 6); turns >= 0; turns -= 1) await yieldNow();
  }
}

async function drain(cache: Cache): Promise<void> {
  const round = roundOn(cache);
  for (;;) {
    const result = await round();
    const { waiting } = cache.outbox.counts(ownAccountId);
    if (result.ok && waiting === 0) break;
    await yieldNow();
  }
  const organizations = Object.keys(life.places).map((place) => idOf('organization', Number(place)));
  tell({ at: 'drained', records: shownRecords(cache, organizations) });
  cache.close();
}

const opened = openCache({ ...life, pageThread: path.join(import.meta.dirname, 'page-thread.mjs') });
if (opened.ok) await work(opened.value);
else tell({ at: 'not-opened', code: opened.error.code });
