import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import type { ThrowawayPostgres } from '../../../scripts/database/throwaway-postgres.mjs';
import type { SeededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import { processesOf } from './postgres-processes.ts';
import type { ServiceInstance } from './service-instance.ts';

export type KillKind = 'service' | 'backend' | 'postmaster';
export type Kills = Record<KillKind, number>;

export interface StormSettings {
  readonly kills: Kills;
  readonly random: SeededRandom;
  readonly instances: readonly ServiceInstance[];
  readonly postgres: ThrowawayPostgres;
  /** How many commands have been acknowledged in all. */
  readonly acknowledged: () => number;
  /** Throws when the load has broken off. */
  readonly checkLoad: () => void;
}

const mostBetween = 10;
const withinMs = 40;
const lookMs = 2;

/**
 * Kills with SIGKILL, in a random order and at random moments under load: an instance of the service, one process of
 * PostgreSQL (which ends all its connections and recovers by itself), or its postmaster, which is started again. Before
 * each kill some more commands are acknowledged, so that none meets a service at rest.
 */
export async function kill(storm: StormSettings): Promise<void> {
  const { kills, random, instances, postgres, acknowledged, checkLoad } = storm;
  const left = { ...kills };
  for (;;) {
    const kinds = (Object.keys(left) as KillKind[]).flatMap((kind) => Array.from({ length: left[kind] }, () => kind));
    if (kinds.length === 0) return;
    const kind = random.pick(kinds);
    const enough = acknowledged() + random.between(1, mostBetween);
    while (acknowledged() < enough) {
      checkLoad();
      await delay(lookMs);
    }
    // anywhere in the commands that are on their way then
    await delay(random.between(0, withinMs));
    if (kind === 'service') random.pick(instances).kill();
    else if (kind === 'backend') {
      // none for a moment, while it recovers from the last one
      const victims = processesOf(postgres.postmaster());
      if (victims.length === 0) continue;
      process.kill(random.pick(victims), 'SIGKILL');
    } else {
      process.kill(postgres.postmaster(), 'SIGKILL');
      await postgres.startAgain();
    }
    left[kind] -= 1;
  }
}
