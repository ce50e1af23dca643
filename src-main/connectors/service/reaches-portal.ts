import { healthRoutes } from '../../../src-shared/portal-api/health.ts';
import type { PortalClient } from './portal-client.ts';

/** Short: somebody is about to type, and wants to know beforehand. */
const timeoutMs = 3_000;

/** Whether the portal service answers at all, within three seconds. */
export async function reachesPortal(client: PortalClient): Promise<boolean> {
  const health = await client.callRoute(healthRoutes.health, { params: {}, query: {}, body: {} }, { timeoutMs });
  return health.ok || health.error.code !== 'offline';
}
