import type { Database, PortalContext } from '../context.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';

export interface AttemptLimit {
  /** Attempts in one window. */
  readonly limit: number;
  readonly windowMs: number;
}

export interface TooManyAttempts {
  /** Milliseconds until another attempt may be made. */
  readonly retryAfterMs: number;
}

/**
 * Counts one attempt under the key before it is made, so that attempts at the same moment count too; the counters
 * survive restarts and hold for all instances. The window starts with its first attempt; the one that reaches the limit
 * starts it anew, so that whoever is over it waits for the whole of it. Answers how many attempts are left.
 */
export async function takeAttempt(
  database: Database,
  { chance }: Pick<PortalContext, 'chance'>,
  key: string,
  { limit, windowMs }: AttemptLimit,
): Promise<Result<{ attemptsLeft: number }, TooManyAttempts>> {
  const now = chance.now();
  const windowOver = new Date(now.getTime() - windowMs);
  const row = await database
    .insertInto('rate_limit')
    .values({ key, window_started_at: now, attempts: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((update) => ({
        attempts: update
          .case()
          .when('rate_limit.window_started_at', '<=', windowOver)
          .then(1)
          .else(update('rate_limit.attempts', '+', 1))
          .end(),
        window_started_at: update
          .case()
          .when(
            update.or([
              update('rate_limit.window_started_at', '<=', windowOver),
              update('rate_limit.attempts', '=', limit - 1),
            ]),
          )
          .then(now)
          .else(update.ref('rate_limit.window_started_at'))
          .end(),
      })),
    )
    .returning(['attempts', 'window_started_at'])
    .executeTakeFirstOrThrow();
  if (row.attempts <= limit) return ok({ attemptsLeft: limit - row.attempts });
  return fail({ retryAfterMs: Math.max(1, row.window_started_at.getTime() + windowMs - now.getTime()) });
}

/** Forgets the attempts under these keys, as after a success. */
export async function forgiveAttempts(database: Database, keys: readonly string[]): Promise<void> {
  await database
    .deleteFrom('rate_limit')
    .where('key', 'in', [...keys])
    .execute();
}

/** Whether the key is over its limit now, without counting anything. */
export async function checkAttempts(
  database: Database,
  { chance }: Pick<PortalContext, 'chance'>,
  key: string,
  { limit, windowMs }: AttemptLimit,
): Promise<Result<void, TooManyAttempts>> {
  const row = await database
    .selectFrom('rate_limit')
    .select(['attempts', 'window_started_at'])
    .where('key', '=', key)
    .executeTakeFirst();
  const retryAfterMs = row === undefined ? 0 : row.window_started_at.getTime() + windowMs - chance.now().getTime();
  return row === undefined || row.attempts < limit || retryAfterMs <= 0 ? ok(undefined) : fail({ retryAfterMs });
}
