import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { OrderSearch } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';

/** What the portal's definition says about orders; `not_found` where it has none. */
export function orderPortal(portalId: string): Result<OrderSearch> {
  const orderSearch = findPortal(portalId)?.orderSearch;
  return orderSearch === undefined ? fail({ code: 'not_found' }) : ok(orderSearch);
}
