import type { Cache } from '../../../src-main/cache/cache.ts';
import { allPages, invitationsPage, requestsPage, usersPage } from '../../src-main/cache/page-inputs.ts';
import type { ShownRecords } from './child-event.ts';

/** Everybody whom the screens of the organizations show, by kind and id, without the commands that lie over them. */
export function shownRecords(cache: Cache, organizationIds: readonly string[]): ShownRecords {
  const shown: Record<string, unknown> = {};
  for (const organizationId of organizationIds) {
    const of = (after: string | null) => ({ organizationId, after, limit: 200 });
    const pages = {
      user: allPages((after) => usersPage(cache, of(after))),
      invitation: allPages((after) => invitationsPage(cache, of(after))),
      'access-request': allPages((after) => requestsPage(cache, of(after))),
    };
    for (const [kind, rows] of Object.entries(pages)) {
      for (const { pending, ...entity } of rows) {
        // something new that the portal refused stands there until it is dismissed
        if (entity.version === 0 && pending.every(({ state }) => state === 'refused')) continue;
        shown[`${kind} ${entity.id}`] = entity;
      }
    }
  }
  return shown;
}
