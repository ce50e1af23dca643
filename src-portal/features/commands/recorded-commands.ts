import { sql } from 'kysely';
import type { Command } from '../../../src-shared/domain/command.ts';
import { outcomeSchema, type Outcome } from '../../../src-shared/portal-api/commands.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Caller } from '../../handler.ts';
import { bodyHash } from './body-hash.ts';

const waitForTwinMs = 2_000;
const waitForTurnMs = 10_000;

/**
 * Makes this transaction the only one that handles the command id, on all instances, until it ends. Waits up to two
 * seconds for a twin in flight, then fails as `isLockTimeout` tells. Later locks of the transaction wait up to ten.
 */
export async function claimCommandId(transaction: DatabaseTransaction, commandId: string): Promise<void> {
  await setLockTimeout(transaction, waitForTwinMs);
  await sql`select pg_advisory_xact_lock(hashtextextended(${commandId}::text, 0))`.execute(transaction);
  await setLockTimeout(transaction, waitForTurnMs);
}

const setLockTimeout = (transaction: DatabaseTransaction, timeoutMs: number) =>
  sql`select set_config('lock_timeout', ${String(timeoutMs)}::text, true)`.execute(transaction);

/** PostgreSQL's lock_not_available. */
export const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '55P03';

/** What is kept of a command: its outcome for the account that sent this very body, `reused` for anybody and anything else. */
export async function findOutcome(
  transaction: DatabaseTransaction,
  caller: Caller,
  command: Command,
): Promise<Outcome | 'reused' | null> {
  const row = await transaction
    .selectFrom('command')
    .select(['account_id', 'body_hash', 'outcome'])
    .where('id', '=', command.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.account_id !== caller.accountId || row.body_hash !== bodyHash(command)) return 'reused';
  return outcomeSchema.parse(row.outcome);
}

export async function recordOutcome(
  transaction: DatabaseTransaction,
  caller: Caller,
  command: Command,
  outcome: Outcome,
  at: Date,
): Promise<void> {
  await transaction
    .insertInto('command')
    .values({
      id: command.id,
      organization_id: command.organizationId,
      account_id: caller.accountId,
      body_hash: bodyHash(command),
      kind: command.intent.kind,
      outcome: JSON.stringify(outcome),
      decided_at: new Date(command.decidedAt),
      handled_at: at,
    })
    .execute();
}

/** Longer than any device may stay offline with a command in its outbox. */
export const outcomesKeptMs = 400 * 24 * 60 * 60_000;

/** Housekeeping: removes outcomes older than 400 days and tells how many. */
export async function forgetOldCommands(context: PortalContext): Promise<number> {
  const before = new Date(context.chance.now().getTime() - outcomesKeptMs);
  const { numDeletedRows } = await context.database
    .deleteFrom('command')
    .where('handled_at', '<', before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
