import fs from 'node:fs';
import process from 'node:process';
import { setImmediate as yieldNow } from 'node:timers/promises';
import type { Cache } from '../../../src-main/cache/cache.ts';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { createAccountSync } from '../../../src-main/sync/account-sync.ts';
import { createTurns } from '../../../src-main/sync/turns.ts';
import type { SyncState } from '../../../src-shared/ipc/sync.ts';
import { accountId, id, moment, revoke } from '../../src-main/support/fixtures.ts';
import { marksOf, type ActEvent, type ActOrder } from './act-event.ts';
import { actPortal, practiceId } from './act-portal.ts';
import { tell } from './child-event.ts';

const order = JSON.parse(process.argv[2] ?? '') as ActOrder;
const { begin, said } = marksOf(order.file);

/** The mark comes first: what was written up to then is what the words stand on. */
function say(event: ActEvent): void {
  fs.existsSync(said);
  tell(event);
}

/** Tried twice: what a fault has kept from being opened, opens once the fault is gone. */
function openedCache(): Cache | null {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const result = openCache(order);
    if (result.ok) {
      say({ at: 'opened' });
      return result.value;
    }
    say({ at: 'not-opened', code: result.error.code });
  }
  return null;
}

/** Two decisions at once, then one more. */
function enqueue(cache: Cache): void {
  const batches = [[101, 102], [103]];
  for (const batch of batches) {
    const commands = batch.map((number) => ({
      id: id(number),
      organizationId: practiceId,
      decidedAt: moment,
      intent: revoke(number - 97),
    }));
    say({ at: 'deciding', ids: commands.map((command) => command.id) });
    fs.existsSync(begin);
    const kept = cache.outbox.enqueue(accountId(1), practiceId, commands);
    say(kept.ok ? { at: 'kept' } : { at: 'declined', code: kept.error.code });
  }
}

/** Whole rounds of the account's own sync, until it rests twice. With `loses`, the answers to commands do not come back. */
async function synchronize(cache: Cache, loses: boolean): Promise<void> {
  const { portal, connector } = await actPortal([], (command) => {
    say({ at: 'arrived', command });
  });
  if (loses) portal.fault = (name) => (name === 'submit' ? 'lost-answer' : null);
  let rested = (): void => undefined;
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      rested = resolve;
    });
  const syncChanged = ({ phase, error }: SyncState): void => {
    if (phase === 'idle') say({ at: 'synced' });
    else if (phase === 'offline') say({ at: 'not-synced', code: error?.code ?? 'internal' });
    else return;
    rested();
  };
  const quiet = (): void => undefined;
  const sync = createAccountSync({
    accountId: accountId(1),
    cache,
    connector,
    turns: createTurns(),
    listener: { accountsChanged: quiet, peopleChanged: quiet, syncChanged },
    log: quiet,
    schedule: () => quiet,
    now: () => new Date(moment),
    random: () => 0.5,
    yieldNow,
  });
  fs.existsSync(begin);
  const first = rest();
  sync.start();
  await first;
  const second = rest();
  sync.syncNow();
  await second;
}

async function carryOut(): Promise<void> {
  if (order.act === 'migrate') fs.existsSync(begin);
  const cache = openedCache();
  if (cache === null || order.act === 'migrate') return;
  if (order.act === 'enqueue') enqueue(cache);
  else await synchronize(cache, order.act === 'send');
}

try {
  await carryOut();
} catch (error) {
  say({ at: 'threw', message: String(error) });
}
// nothing is tidied up: what lies on the disk now is what there is
process.kill(process.pid, 'SIGKILL');
