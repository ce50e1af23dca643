import { portals } from '../../src-shared/portals/catalogue.ts';
import { ok } from '../../src-shared/result.ts';
import { sql } from 'kysely';
import type { PortalContext } from '../context.ts';
import type { Handlers } from '../handler.ts';

/** Answers once the database does. */
export const healthHandlers = ({ database, settings }: PortalContext): Pick<Handlers, 'health'> => ({
  async health() {
    await sql`select 1`.execute(database);
    return ok({
      status: 'ok',
      version: settings.version,
      portals: portals.map(({ id }) => id),
      database: settings.database,
      mailboxUrl: settings.mailboxUrl,
    });
  },
});
