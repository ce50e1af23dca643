import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../../src-portal/database/migrate.ts';
import { openDatabase } from '../../../src-portal/database/open.ts';
import { seededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import { bundleChildren } from '../support/bundle-children.ts';
import { decideAll } from './decide-all.ts';
import { drain } from './drain.ts';
import { judgeCommands, type CommandFigures } from './judge-commands.ts';
import { judgeState, readVersions, type StateFigures } from './judge-state.ts';
import { openClients } from './open-clients.ts';
import { addPractices, type PracticeSize } from './practices.ts';
import { newDatabase, startService, type Closers } from './start-service.ts';
import { tallyFaults, type TrafficFigures } from './tally-faults.ts';

export interface RunSize extends PracticeSize {
  /** Decisions of all clients together. */
  readonly decisions: number;
}

export type FaultFigures = CommandFigures &
  StateFigures &
  TrafficFigures & {
    readonly seed: number;
    readonly bugs: number;
    readonly seconds: number;
    readonly perSecond: number;
  };

/** What twelve desks write: nothing here has to survive the machine. */
const memory = '/dev/shm';

/** One run: a database, two instances of the service, twelve desks behind a proxy each, and what is left when all is quiet. */
export async function runWithFaults(serverUrl: string, seed: number, size: RunSize): Promise<FaultFigures> {
  const closers: Closers = [];
  try {
    return await run(serverUrl, seed, size, closers);
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

async function run(serverUrl: string, seed: number, size: RunSize, closers: Closers): Promise<FaultFigures> {
  const folder = mkdtempSync(path.join(existsSync(memory) ? memory : tmpdir(), 'portal-desk-faults-'));
  closers.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const databaseUrl = await newDatabase(serverUrl, `faults_${String(seed)}`, closers);
  const { database, close } = openDatabase({ kind: 'postgresql', url: databaseUrl, onError: () => undefined });
  closers.push(close);
  await migrate(database);
  const people = await addPractices(database, seededRandom(`practices ${String(seed)}`), size);
  const before = await readVersions(database);
  const urls = await startService(databaseUrl, folder, closers);

  const threads = await bundleChildren(new URL('../../../src-main/cache/feed/page-thread.ts', import.meta.url));
  closers.push(() => {
    threads.remove();
  });
  const pageThread = threads.program('page-thread');
  const clients = await openClients({ database, people, urls, folder, pageThread, seed, closers });
  const started = performance.now();
  const decided = await Promise.all(
    clients.map((client, place) => decideAll(client, Math.floor((size.decisions + place) / clients.length))),
  );
  await Promise.all(clients.map(({ proxy }) => proxy.calm()));
  await drain(database, clients);
  const seconds = (performance.now() - started) / 1000;
  // what a network still had of old requests arrives when everything is over
  await Promise.all(clients.map(({ proxy }) => proxy.replayRest()));
  await drain(database, clients);

  const commands = await judgeCommands(database, decided.flat());
  const state = await judgeState(database, clients, before);
  return {
    seed,
    ...commands,
    ...state,
    ...tallyFaults(clients),
    bugs: clients.reduce((sum, { desk }) => sum + desk.bugs.length, 0),
    seconds: Math.round(seconds * 10) / 10,
    perSecond: Math.round(commands.decisions / seconds),
  };
}
