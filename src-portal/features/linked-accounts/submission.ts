import { sql } from 'kysely';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Database, DatabaseTransaction, PortalContext } from '../../context.ts';
import { keyedHash } from '../../seal.ts';

/** Answers that somebody submitted under an id of their making, so that a repeated call has the effect once. */
export interface Submission {
  readonly id: string;
  readonly bodyHash: string;
}

/** What a submission led to. */
export interface Effect {
  readonly accountId: string;
  /** Null where none was named. */
  readonly organizationId: string | null;
  readonly matchedOn: readonly string[];
  /** Whether the organization had an administrator then. */
  readonly hasAdministrator: boolean;
  readonly createdAt: Date;
  /** Null while the association waits for the email address to be confirmed. */
  readonly completedAt: Date | null;
}

/** What is known of a submission that came before. */
export type RecalledEffect = Pick<Effect, 'organizationId' | 'hasAdministrator' | 'createdAt'>;

/**
 * `scope` says what was asked by whom: the same answers in another scope are another submission. The hash is keyed, because
 * answers hold a password: without the service's key, a row that leaks helps nobody to guess it.
 */
export function submissionOf(
  context: PortalContext,
  id: string,
  scope: readonly string[],
  answers: Answers,
): Submission {
  const sorted = Object.entries(answers).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return { id, bodyHash: keyedHash(context, 'submission', ...scope, JSON.stringify(sorted)) };
}

/** The effect that the submission had, or null where it is new; `command_id_reused` where its id came with other answers. */
export async function recallSubmission(
  database: Database,
  submission: Submission,
): Promise<Result<RecalledEffect | null>> {
  const known = await database
    .selectFrom('association')
    .select(['body_hash', 'organization_id', 'has_administrator', 'created_at'])
    .where('id', '=', submission.id)
    .executeTakeFirst();
  if (known === undefined) return ok(null);
  if (known.body_hash !== submission.bodyHash) return fail({ code: 'command_id_reused' });
  return ok({
    organizationId: known.organization_id,
    hasAdministrator: known.has_administrator,
    createdAt: known.created_at,
  });
}

/** Lets one call at a time handle this id until the transaction ends; then asks again what is known of it. */
export async function lockSubmission(
  transaction: DatabaseTransaction,
  submission: Submission,
): ReturnType<typeof recallSubmission> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${submission.id}, 0))`.execute(transaction);
  return recallSubmission(transaction, submission);
}

/** Keeps the submission in the transaction of its effect. */
export async function keepSubmission(
  transaction: DatabaseTransaction,
  submission: Submission,
  effect: Effect,
): Promise<void> {
  await transaction
    .insertInto('association')
    .values({
      id: submission.id,
      account_id: effect.accountId,
      organization_id: effect.organizationId,
      matched_on: [...effect.matchedOn],
      body_hash: submission.bodyHash,
      has_administrator: effect.hasAdministrator,
      created_at: effect.createdAt,
      completed_at: effect.completedAt,
    })
    .execute();
}

/** The organization of a submission that cannot be made without one. */
export function organizationOf({ organizationId }: Pick<Effect, 'organizationId'>): string {
  if (organizationId === null) throw new Error('A linked account has its organization');
  return organizationId;
}
