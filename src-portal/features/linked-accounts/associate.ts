import type { User } from '../../../src-shared/domain/user.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { appendChange } from '../changes/append-change.ts';
import { lockOrganization } from '../users/active-member.ts';
import { readUser } from '../users/read-user.ts';
import { hasAdministrator } from './active-administrators.ts';
import { askForAccess } from './ask-for-access.ts';
import type { Newcomer } from './newcomer.ts';
import { putMembership } from './put-membership.ts';
import { checkStanding, findMembership } from './standing.ts';

/**
 * Makes the newcomer the organization's administrator where it has none, and otherwise asks its administrators (C6). Of
 * two who come at once, the organization's lock lets one be first. A PIN that was on its way to the newcomer no longer
 * serves. Fails as `checkStanding`.
 */
export async function associate(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: PortalDefinition,
  newcomer: Newcomer,
): Promise<Result<null>> {
  const { accountId, organizationId } = newcomer;
  const organization = await lockOrganization(transaction, portal.id, organizationId);
  if (organization === null) throw new Error('A match names an organization of the portal');
  const membership = await findMembership(transaction, newcomer);
  const standing = checkStanding(membership);
  if (!standing.ok) return standing;

  const isFirst = !(await hasAdministrator(transaction, organizationId));
  const userId = await putMembership(transaction, context, newcomer, membership?.id, {
    role: isFirst ? 'administrator' : 'user',
    permissions: isFirst ? [...portal.permissions] : [],
    status: isFirst ? 'active' : 'pending',
  });
  await transaction.deleteFrom('mailed_pin').where('membership_id', '=', userId).execute();
  const user = await readUser(transaction, userId);
  await appendChange(transaction, context, organizationId, { kind: 'user', entity: user });
  if (isFirst) await recordFirstAdministrator(transaction, context, newcomer, user);
  else await askForAccess(transaction, context, portal, newcomer, organization.name, user);
  await context.hints.publish(transaction, { accountIds: [accountId], hint: { about: 'linked-accounts' } });
  return ok(null);
}

const recordFirstAdministrator = (
  transaction: DatabaseTransaction,
  context: PortalContext,
  newcomer: Newcomer,
  user: User,
): Promise<void> =>
  writeAudit(transaction, context, {
    organizationId: newcomer.organizationId,
    accountId: newcomer.accountId,
    actor: newcomer.name,
    commandId: null,
    action: 'become-first-administrator',
    subjectKind: 'user',
    subjectId: user.id,
    before: null,
    after: user,
  });
