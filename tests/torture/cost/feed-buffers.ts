import { Kysely, PostgresDialect, type CompiledQuery } from 'kysely';
import pg from 'pg';
import { cca } from '../../../src-shared/portals/cca.ts';
import type { PortalContext } from '../../../src-portal/context.ts';
import type { Schema } from '../../../src-portal/database/schema.ts';
import { readChanges } from '../../../src-portal/features/changes/read-changes.ts';
import type { LargePractice } from './large-practice.ts';

/** What PostgreSQL touches to answer one pull of the newest change. */
export interface FeedBuffers {
  readonly queries: number;
  /** Pages of 8 KiB, in memory or not. */
  readonly buffers: number;
  /** Rows that were read, whether or not they were answered. */
  readonly rows: number;
}

/** Asks the service's own code for the last change, and explains every query that it made. */
export async function measureFeed(databaseUrl: string, practice: LargePractice): Promise<FeedBuffers> {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === pg.types.builtins.INT8
        ? Number
        : (pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown),
  };
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, types: types as pg.CustomTypesConfig });
  const asked: CompiledQuery[] = [];
  const database = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void asked.push(query),
  });
  const { account } = await practice.signIn();
  const { feed_position: end } = await database
    .selectFrom('organization')
    .select('feed_position')
    .where('id', '=', practice.organizationId)
    .executeTakeFirstOrThrow();
  asked.length = 0;
  const caller = { sessionId: '', accountId: account.id, portalId: cca.id, name: '', email: account.email };
  const answer = await readChanges({ database } as PortalContext, caller, practice.organizationId, {
    after: end - 1,
    limit: 500,
  });
  if (!answer.ok || answer.value.changes.length !== 1) throw new Error(JSON.stringify(answer));
  let buffers = 0;
  let rows = 0;
  for (const { sql, parameters } of asked) {
    const { rows: explained } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, buffers, format json) ${sql}`,
      [...parameters],
    );
    const plan = explained[0]?.['QUERY PLAN'][0].Plan;
    if (plan === undefined) throw new Error(`No plan for ${sql}`);
    buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    rows += rowsOf(plan);
  }
  await database.destroy();
  return { queries: asked.length, buffers, rows };
}

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const rowsOf = (plan: Plan): number =>
  plan['Actual Rows'] +
  (plan['Rows Removed by Filter'] ?? 0) +
  (plan.Plans ?? []).reduce((sum, inner) => sum + rowsOf(inner), 0);
