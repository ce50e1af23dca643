import type { Answers } from '../../../src-shared/portals/answers.ts';
import {
  associationRoutes,
  type AssociatingPortal,
  type AssociationRoute,
} from '../../../src-shared/portals/definition.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import { assertNever, fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Database, DatabaseTransaction, PortalContext } from '../../context.ts';
import { confirmClaims } from '../claims/confirm-claims.ts';
import { awaitPin } from '../mailed-pins/await-pin.ts';
import { lockOrganization } from '../users/active-member.ts';
import { associate } from './associate.ts';
import type { Newcomer } from './newcomer.ts';
import { openRoutes } from './open-routes.ts';
import { checkStanding, findMembership } from './standing.ts';

/**
 * What has to hold before an association is written: the chosen way is open (else `no_match` at its field), the newcomer
 * may be associated (`checkStanding`), and the claims are known, where that is the way (`confirmClaims`). Outside the
 * transaction of the effect, so that a wrong try counts.
 */
export async function checkProof(
  context: PortalContext,
  portal: AssociatingPortal,
  newcomer: Newcomer,
  answers: Answers,
): Promise<Result<null>> {
  const { proofs } = portal;
  if (proofs === undefined) return ok(null);
  const open = await checkRoute(context.database, portal, newcomer.organizationId, answers);
  if (!open.ok) return open;
  const standing = checkStanding(await findMembership(context.database, newcomer));
  if (!standing.ok) return standing;
  return open.value === 'claims' ? confirmClaims(context, proofs, newcomer, answers) : ok(null);
}

/** Associates the newcomer, whose proof has been checked, in the way that was chosen (D6-D8), or as `associate`. */
export async function associateByRoute(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: AssociatingPortal,
  newcomer: Newcomer,
  answers: Answers,
): Promise<Result<null>> {
  if (portal.proofs === undefined) return associate(transaction, context, portal, newcomer);
  // whoever came first meanwhile has closed the ways that are the first one's
  await lockOrganization(transaction, portal.id, newcomer.organizationId);
  const open = await checkRoute(transaction, portal, newcomer.organizationId, answers);
  if (!open.ok) return open;
  switch (open.value) {
    case 'administrator':
      return associate(transaction, context, portal, newcomer);
    case 'claims':
      return associate(transaction, context, portal, {
        ...newcomer,
        matchedOn: [...newcomer.matchedOn, 'Claims'],
      });
    case 'mailed-pin':
      return awaitPin(transaction, context, newcomer);
    default:
      return assertNever(open.value);
  }
}

async function checkRoute(
  database: Database,
  portal: AssociatingPortal,
  organizationId: string,
  answers: Answers,
): Promise<Result<AssociationRoute>> {
  const field = portal.proofs?.field ?? '';
  const chosen = associationRoutes.find((route) => route === answers[field]);
  const open = await openRoutes(database, portal, organizationId);
  return chosen !== undefined && open?.includes(chosen) === true ? ok(chosen) : fail(notOpen(field));
}

const notOpen = (path: string): DeskError => ({ code: 'no_match', fields: [{ path, code: 'not_an_option' }] });
