import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isEncrypted } from '../../../src-main/cache/open-database.ts';
import { idOf, organizationId } from './records.ts';
import { cacheFileIn, databaseOf, opened, temporaryFolder, testKey } from './temporary-cache.ts';

const child = fileURLToPath(new URL('crash-child.mjs', import.meta.url));

/** Runs the child, kills it in the midst of its work once it has acknowledged so many, and answers the last number that it told. */
async function killedAfter(file: string, acknowledged: number): Promise<number> {
  const running = spawn(process.execPath, [child, file, testKey], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(running, 'close');
  let last = 0;
  for await (const line of readline.createInterface({ input: running.stdout })) {
    last = Number(line);
    if (last >= acknowledged) running.kill('SIGKILL');
  }
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  expect(signal).toBe('SIGKILL');
  return last;
}

describe('a crash while decisions are kept', () => {
  it.each([1, 17, 150])(
    'loses none of the %i and more that were acknowledged',
    async (atLeast) => {
      const file = cacheFileIn(temporaryFolder());
      const last = await killedAfter(file, atLeast);
      expect(last).toBeGreaterThanOrEqual(atLeast);
      const cache = opened(file);
      const kept = cache.outbox.list(organizationId).map(({ id }) => id);
      // at most one more, kept but not yet said to be
      expect(kept.slice(0, last)).toEqual(Array.from({ length: last }, (_, place) => idOf('command', place + 1)));
      expect(kept.length).toBeLessThanOrEqual(last + 1);
      cache.close();
      expect(databaseOf(file).pragma('integrity_check', { simple: true })).toBe('ok');
      expect(isEncrypted(file)).toBe(true);
    },
    60_000,
  );
});
