import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../../src-portal/context.ts';
import type { Client } from './open-clients.ts';

/** Resolves when every mail has gone, every outbox is empty but for refusals, and every desk has reached the ends of its feeds. */
export async function drain(database: Database, clients: readonly Client[]): Promise<void> {
  for (;;) {
    for (const { desk } of clients) desk.syncNow();
    await Promise.all(clients.map(({ desk }) => desk.until(() => desk.waiting() === 0)));
    if ((await openJobs(database)) === 0) break;
    await delay(20);
  }
  const rows = await database.selectFrom('organization').select(['id', 'feed_position']).execute();
  const ends = new Map(rows.map((row) => [row.id, row.feed_position]));
  await Promise.all(
    clients.map(({ desk, organizationIds }) => {
      desk.syncNow();
      return desk.until(() => organizationIds.every((id) => desk.cache.feed.state(id).position === ends.get(id)));
    }),
  );
}

async function openJobs(database: Database): Promise<number> {
  const { count } = await database
    .selectFrom('job')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', 'send-email')
    .where('status', 'in', ['waiting', 'running'])
    .executeTakeFirstOrThrow();
  return Number(count);
}
