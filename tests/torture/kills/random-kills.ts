import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { keptRows, newestVersion, writeOldFile } from '../../src-main/cache/old-file.ts';
import type { ChildEvent } from './child-event.ts';
import { ownAccountId } from './deciding.ts';
import { isInClear } from './is-in-clear.ts';
import { Ledger } from './ledger.ts';
import { runLife, type KillMoment } from './run-life.ts';
import { below, seededRandom, type Random } from './seeded-random.ts';
import { servePortal } from './serve-portal.ts';
import { StandInPortal } from './stand-in-portal.ts';
import type { DeskLife } from './working-desk.ts';

/** More than one page of a first load, and a small one. */
const places = { 1: { users: 300, requests: 40 }, 3: { users: 30, requests: 20 } };

export interface DeskToKill {
  readonly program: string;
  readonly folder: string;
  readonly key: string;
  readonly seed: number;
  readonly kills: number;
}

/**
 * One desk with one file, killed so many times: each life goes on where the last was cut off. The file begins as one of an
 * earlier version, or not at all. At the end a life is left alone until everything has arrived.
 */
export async function killDesk({ program, folder, key, seed, kills }: DeskToKill): Promise<Ledger> {
  const random = seededRandom(seed);
  const portal = new StandInPortal(seededRandom(seed + 1_000_003), places);
  const served = await servePortal(portal, seededRandom(seed + 2_000_003));
  const file = path.join(folder, `desk-${String(seed)}`, 'cache.db');
  const ledger = new Ledger(portal);
  const version = seed % (newestVersion + 1);
  if (version > 0) adoptOldFile(file, key, version, portal, ledger);
  const live = async (drains: boolean, moment: KillMoment | null): Promise<'killed' | 'ended'> => {
    const life: DeskLife = { file, key, portalUrl: served.url, seed: below(random, 1e9), places, drains };
    const end = await runLife([process.execPath, program, JSON.stringify(life)], moment, (event: ChildEvent) => {
      ledger.note(event);
    });
    if (isInClear(path.dirname(file))) ledger.wrong('inClear', file);
    return end;
  };
  try {
    for (let killed = 0; killed < kills; killed += 1) {
      const end = await live(false, momentOf(random));
      if (end !== 'killed') throw new Error('A desk that should work for ever has ended');
    }
    // the second one only says what the first has left
    await live(true, null);
    await live(true, null);
    ledger.finish();
    return ledger;
  } finally {
    await served.close();
    fs.rmSync(path.dirname(file), { recursive: true, force: true });
  }
}

/** A third of the lives end somewhere between their first breath and the first rounds, the others in the midst of work. */
const momentOf = (random: Random): KillMoment =>
  random() < 0.3
    ? { afterLines: 0, delayMs: 120 + below(random, 160) }
    : { afterLines: 1 + below(random, 20), delayMs: below(random, 9) };

/** What the older app had decided is owed like everything else; two of its commands were answered in its time. */
function adoptOldFile(file: string, key: string, version: number, portal: StandInPortal, ledger: Ledger): void {
  writeOldFile(file, key, version);
  for (const row of keptRows()['outbox'] ?? []) {
    const { id: commandId } = row;
    if (typeof commandId !== 'string') throw new Error('A command without an id');
    if (row['account_id'] !== ownAccountId) continue;
    ledger.adopt(commandId, row['state'] === 'refused' ? 'refused' : 'kept');
    if (row['state'] === 'refused') {
      portal.outcomes.set(commandId, { status: 'refused', commandId, error: { code: 'version_conflict' } });
    }
    if (row['state'] === 'acknowledged') {
      portal.outcomes.set(commandId, { status: 'applied', commandId, version: 2, position: Number(row['position']) });
    }
  }
}
