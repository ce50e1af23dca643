import type { AssociationRoute, PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { Database } from '../../context.ts';
import { hasAdministrator } from './active-administrators.ts';

const withAdministrator: readonly AssociationRoute[] = ['administrator'];
const asFirst: readonly AssociationRoute[] = ['claims', 'mailed-pin'];

/**
 * The ways to a membership that are open in the organization: to ask an administrator exactly where there is one (D6), and
 * to prove oneself only where nobody is yet (D7, D8). Null at a portal that asks for no proof.
 */
export async function openRoutes(
  database: Database,
  { proofs }: Pick<PortalDefinition, 'proofs'>,
  organizationId: string,
): Promise<readonly AssociationRoute[] | null> {
  if (proofs === undefined) return null;
  return (await hasAdministrator(database, organizationId)) ? withAdministrator : asFirst;
}
