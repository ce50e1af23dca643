import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import type { Database } from '../../../src-portal/context.ts';
import { readRecords } from '../../../src-portal/features/changes/snapshot-records.ts';
import type { FaultyDesk } from './faulty-desk.ts';
import type { Client } from './open-clients.ts';
import { shownInvitations, shownRequests, shownUsers } from './shown-people.ts';

/** How the service and the desks stand at the end. */
export interface StateFigures {
  /** Versions that memberships and requests have gone up by, less those that the audit accounts for. */
  readonly effectsWithoutAudit: number;
  /** Positions that are missing in a feed, or that it has beyond its end. */
  readonly feedGaps: number;
  /** Rows that were compared, on all desks. */
  readonly rows: number;
  /** Rows that a desk has otherwise than the service, or only one of them has. */
  readonly differingRows: number;
  readonly signedOut: number;
}

export type Versions = ReadonlyMap<string, number>;

const compared = ['user', 'invitation', 'access-request'] as const;
const allOfThem = 1_000_000;

export async function judgeState(
  database: Database,
  clients: readonly Client[],
  before: Versions,
): Promise<StateFigures> {
  let rows = 0;
  let differingRows = 0;
  const truths = new Map<string, Map<string, string>>();
  for (const { desk, organizationIds } of clients) {
    for (const organizationId of organizationIds) {
      const truth = truths.get(organizationId) ?? (await truthOf(database, organizationId));
      truths.set(organizationId, truth);
      const cached = cachedRows(desk, organizationId);
      rows += truth.size;
      for (const id of new Set([...truth.keys(), ...cached.keys()])) {
        if (truth.get(id) !== cached.get(id)) differingRows += 1;
      }
    }
  }
  const ended = await database.selectFrom('session').select('id').where('ended_at', 'is not', null).execute();
  const signedOut = clients.filter(({ desk }) => desk.cache.accounts.find(desk.accountId)?.state !== 'signed-in');
  return {
    effectsWithoutAudit: await countEffects(database, before),
    feedGaps: await countGaps(database),
    rows,
    differingRows,
    signedOut: Math.max(ended.length, signedOut.length),
  };
}

/** Every membership's and request's version. */
export async function readVersions(database: Database): Promise<Versions> {
  const tables = ['membership', 'access_request'] as const;
  const versions = new Map<string, number>();
  for (const table of tables) {
    for (const row of await database.selectFrom(table).select(['id', 'version']).execute()) {
      versions.set(row.id, row.version);
    }
  }
  return versions;
}

/** A decision on a user raises one version, one on a request the request's and its user's. */
async function countEffects(database: Database, before: Versions): Promise<number> {
  let raised = 0;
  for (const [id, version] of await readVersions(database)) raised += version - (before.get(id) ?? version);
  const audited = await database
    .selectFrom('audit')
    .select(({ fn }) => ['subject_kind', fn.countAll<number>().as('count')])
    .where('command_id', 'is not', null)
    .where('subject_kind', 'in', ['user', 'access-request'])
    .groupBy('subject_kind')
    .execute();
  const expected = audited.reduce(
    (sum, { subject_kind: kind, count }) => sum + Number(count) * (kind === 'user' ? 1 : 2),
    0,
  );
  return Math.abs(raised - expected);
}

async function countGaps(database: Database): Promise<number> {
  const feeds = await database
    .selectFrom('organization')
    .leftJoin('change', 'change.organization_id', 'organization.id')
    .select(({ fn }) => [
      'organization.feed_position as end',
      fn.count<number>('change.position').as('count'),
      fn.max('change.position').as('last'),
    ])
    .groupBy(['organization.id', 'organization.feed_position'])
    .execute();
  const apart = ({ end, count, last }: (typeof feeds)[number]): number =>
    Math.abs(end - Number(count)) + Math.abs(end - Number(last ?? 0));
  return feeds.reduce((sum, feed) => sum + apart(feed), 0);
}

async function truthOf(database: Database, organizationId: string): Promise<Map<string, string>> {
  const truth = new Map<string, string>();
  for (const kind of compared) {
    for (const { entity } of await readRecords(database, organizationId, kind, null, allOfThem)) {
      truth.set(`${kind} ${entity.id}`, canonical(entity));
    }
  }
  return truth;
}

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly pending: unknown;
}

function cachedRows({ cache }: FaultyDesk, organizationId: string): Map<string, string> {
  const cached = new Map<string, string>();
  const add = (kind: FeedRecord['kind'], rows: readonly Shown[]): void => {
    for (const { pending: _, ...row } of rows) {
      // of version 0: an invitation that the portal refused, shown until somebody has seen it
      if (row.version > 0) cached.set(`${kind} ${row.id}`, canonical(row));
    }
  };
  add('user', shownUsers(cache, organizationId));
  add('invitation', shownInvitations(cache, organizationId));
  add('access-request', shownRequests(cache, organizationId));
  return cached;
}

const canonical = (value: object): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
