import path from 'node:path';
import { setImmediate as yieldNow } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Cache } from '../../../src-main/cache/cache.ts';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { isEncrypted } from '../../../src-main/cache/open-database.ts';
import type { Sqlite } from '../../../src-main/cache/sqlite.ts';
import { pullOrganization } from '../../../src-main/sync/pull.ts';
import { pushOrganization } from '../../../src-main/sync/push.ts';
import type { Command } from '../../../src-shared/domain/command.ts';
import { newestVersion, openAsItIs, rowsMissing, schemaOf, schemaOfVersion } from '../../src-main/cache/old-file.ts';
import { usersPage } from '../../src-main/cache/page-inputs.ts';
import { accountId, moment } from '../../src-main/support/fixtures.ts';
import type { ActEvent } from './act-event.ts';
import { actPortal, practiceId } from './act-portal.ts';
import { fileIn, waitingIds, type Template } from './act-template.ts';
import { isInClear } from './is-in-clear.ts';

/** What a try has left: words, and a folder. */
export interface Try {
  readonly template: Template;
  readonly folder: string;
  readonly key: string;
  readonly events: readonly ActEvent[];
}

/** Everything that is wrong with what is on the disk, given what was said. Goes on working with the file, to its end. */
export async function examineAct(left: Try): Promise<string[]> {
  const { template, folder, key, events } = left;
  const file = fileIn(folder);
  const wrongs: string[] = [];
  if (isInClear(path.dirname(file)) || !isEncrypted(file)) wrongs.push('in clear');
  const database = openAsItIs(file, key);
  if (database.pragma('integrity_check', { simple: true }) !== 'ok') wrongs.push('damaged');
  if (template.act === 'migrate') wrongs.push(...whatMigrationLeft(database, template.version));
  else wrongs.push(...whatActLeft(database, events), ...(await whatFeedLeft(database, events)));
  database.close();
  const opened = openCache({ file, key });
  if (!opened.ok) return [...wrongs, `cannot be opened any more: ${opened.error.code}`];
  if (template.act !== 'migrate') wrongs.push(...(await goOn(opened.value, events)));
  opened.value.close();
  if (template.act === 'migrate') wrongs.push(...whatIsMigrated(file, key, template.version));
  return wrongs;
}

/** Each step of a migration is there as a whole or not at all. */
function whatMigrationLeft(database: Sqlite, from: number): string[] {
  const version = Number(database.pragma('user_version', { simple: true }));
  const wrongs = rowsMissing(database, from).map(({ table }) => `a row of ${table} is lost`);
  if (version < from || !isDeepStrictEqual(schemaOf(database), schemaOfVersion(version))) {
    wrongs.push(`half a migration, at version ${String(version)}`);
  }
  return wrongs;
}

function whatIsMigrated(file: string, key: string, from: number): string[] {
  const database = openAsItIs(file, key);
  const version = Number(database.pragma('user_version', { simple: true }));
  const missing = rowsMissing(database, from).map(({ table }) => `a row of ${table} is lost in the end`);
  database.close();
  return version === newestVersion ? missing : [...missing, `stays at version ${String(version)}`];
}

const arrivedIn = (events: readonly ActEvent[]): Command[] =>
  events.flatMap((event) => (event.at === 'arrived' ? [event.command] : []));

/** What was kept is there, what was declined is not, and nothing that has left could be taken back. */
function whatActLeft(database: Sqlite, events: readonly ActEvent[]): string[] {
  const rows = database.prepare('select id, may_have_been_sent as sent from outbox').all() as {
    id: string;
    sent: 0 | 1;
  }[];
  const found = new Map(rows.map(({ id, sent }) => [id, sent]));
  const arrived = new Set(arrivedIn(events).map(({ id }) => id));
  const wrongs = waitingIds.filter((id) => !found.has(id) && !arrived.has(id)).map((id) => `${id} is lost`);
  for (const id of arrived) if (found.get(id) === 0) wrongs.push(`${id} has left and can be taken back`);
  for (const [place, event] of events.entries()) {
    if (event.at !== 'deciding') continue;
    const answer = events[place + 1]?.at;
    const there = event.ids.filter((id) => found.has(id)).length;
    if (answer === 'kept' && there < event.ids.length) wrongs.push('kept, and lost');
    if (answer === 'declined' && there > 0) wrongs.push('declined, and kept all the same');
    if (there > 0 && there < event.ids.length) wrongs.push('half of a decision');
  }
  return wrongs;
}

/** The cursor of the feed stands exactly behind the changes whose rows are there, and only those have left the outbox. */
async function whatFeedLeft(database: Sqlite, events: readonly ActEvent[]): Promise<string[]> {
  const { connector } = await actPortal(arrivedIn(events), () => undefined);
  const told = await connector.changes(practiceId, 0, 1000);
  if (!told.ok) throw new Error(told.error.code);
  const position = Number(database.prepare('select position from organization where id = ?').pluck().get(practiceId));
  const changed = database.prepare('select id from user where version > 1 order by id').pluck().all();
  const expected = told.value.changes.flatMap(({ position: at, change }) =>
    at <= position && change.op === 'put' && change.record.kind === 'user' && change.record.entity.version > 1
      ? [change.record.entity.id]
      : [],
  );
  return isDeepStrictEqual(changed, expected.toSorted()) ? [] : ['rows and cursor do not fit together'];
}

/** Sends what waits and pulls: every command takes effect once, in its order, and the cache is then what the portal is. */
async function goOn(cache: Cache, events: readonly ActEvent[]): Promise<string[]> {
  const before = arrivedIn(events);
  const bodies = new Map<string, string>();
  const wrongs: string[] = [];
  const compare = (command: Command): void => {
    const body = JSON.stringify(command);
    if ((bodies.get(command.id) ?? body) !== body) wrongs.push(`${command.id} came with another body`);
    bodies.set(command.id, body);
  };
  for (const command of before) compare(command);
  const { portal, connector } = await actPortal(before, compare);
  const stopped = (): boolean => false;
  const quiet = (): void => undefined;
  const [account, organizationId] = [accountId(1), practiceId];
  const { outbox, feed } = cache;
  await pushOrganization({ outbox, connector, accountId: account, organizationId, stopped, onChanged: quiet });
  const pulled = await pullOrganization({
    feed,
    connector,
    organizationId,
    now: () => new Date(moment),
    yieldNow,
    stopped,
    interrupted: stopped,
    onRows: quiet,
    onProgress: quiet,
  });
  if (!pulled.ok || outbox.list(organizationId).length > 0) wrongs.push('it does not go on');
  const effects = portal.effects;
  if (!isDeepStrictEqual(effects, effects.toSorted())) wrongs.push('out of order');
  for (const id of waitingIds) if (!effects.includes(id)) wrongs.push(`${id} never took effect`);
  const revoked = usersPage(cache, { organizationId, statuses: ['revoked'] }).rows.map(({ id }) => id);
  const told = [...bodies.values()].map((body) => (JSON.parse(body) as Command).intent.subjectId);
  if (!isDeepStrictEqual(revoked.toSorted(), told.toSorted())) wrongs.push('the cache is not what the portal is');
  return wrongs;
}
