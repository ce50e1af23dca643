import type { changeRoutes } from '../../src-shared/portal-api/changes.ts';
import type { RouteAnswer } from '../../src-shared/portal-api/route.ts';
import type { Result } from '../../src-shared/result.ts';
import type { PullJob } from './pull-job.ts';

type Page = Result<RouteAnswer<typeof changeRoutes.snapshot>>;

/** The pages of a first load, one of which may be on its way while the one before is written. */
export interface SnapshotPages {
  /** The page after a cursor, asked for now unless that was done ahead. */
  take(after: string | null, limit: number): Promise<Page>;
  /** Asks for a page that will be taken next; what was asked for before is forgotten. */
  askAhead(after: string, limit: number): void;
}

export function createSnapshotPages({ connector, organizationId }: PullJob): SnapshotPages {
  let ahead: { readonly after: string; readonly page: Promise<Page> } | null = null;
  const ask = (after: string | null, limit: number): Promise<Page> => connector.snapshot(organizationId, after, limit);
  return {
    take(after, limit) {
      const asked = ahead;
      ahead = null;
      return asked !== null && asked.after === after ? asked.page : ask(after, limit);
    },
    askAhead(after, limit) {
      const page = ask(after, limit);
      // told to whoever takes it; nobody may
      page.catch(() => undefined);
      ahead = { after, page };
    },
  };
}
