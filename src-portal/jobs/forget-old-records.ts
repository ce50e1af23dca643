import type { PortalContext } from '../context.ts';

const dayMs = 24 * 60 * 60_000;

/** Deletes what nobody can use any more: tokens, sign-ins, links, counters, finished jobs. */
export async function forgetOldRecords({ database, chance }: PortalContext): Promise<void> {
  const ago = (days: number) => new Date(chance.now().getTime() - days * dayMs);
  await database.deleteFrom('access_token').where('expires_at', '<=', ago(0)).execute();
  await database.deleteFrom('sign_in').where('expires_at', '<=', ago(1)).execute();
  await database.deleteFrom('rate_limit').where('window_started_at', '<=', ago(2)).execute();
  // kept a while, so that an old link can say that it has been used or has expired
  await database.deleteFrom('link_token').where('expires_at', '<=', ago(90)).execute();
  await database
    .deleteFrom('session')
    .where((session) =>
      session.or([
        session('ended_at', '<=', ago(30)),
        session.not(
          session.exists(
            session
              .selectFrom('refresh_token')
              .select('token_hash')
              .whereRef('refresh_token.session_id', '=', 'session.id')
              .where('refresh_token.expires_at', '>', ago(0)),
          ),
        ),
      ]),
    )
    .execute();
  await database.deleteFrom('job').where('finished_at', '<=', ago(7)).execute();
}
