import process from 'node:process';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { command, idOf, intents, organizationId } from './records.ts';

/** Enqueues one invitation after the other and says each one's number once it counts as kept, until it is killed. */
export function enqueueForever(file: string, key: string): never {
  const opened = openCache({ file, key });
  if (!opened.ok) throw new Error(opened.error.code);
  const { outbox } = opened.value;
  for (let n = 1; ; n += 1) {
    const kept = outbox.enqueue(idOf('account', 1), organizationId, [command(n, intents.invite(n))]);
    if (!kept.ok) throw new Error(kept.error.code);
    process.stdout.write(`${n}\n`);
  }
}
