import { accessOf, mayAct, type Access } from '../../../src-shared/domain/permissions.ts';
import type { Intent } from '../../../src-shared/domain/command.ts';
import type { AccessRequestRow } from '../../../src-shared/ipc/people.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { underWay } from '../../components/people/command-texts.ts';

/** Whether somebody still has to decide: neither the portal nor this computer's outbox has an answer. */
export const isOpen = (request: AccessRequestRow): boolean =>
  request.status === 'pending' && underWay(request.pending).length === 0;

/** Why this person cannot decide requests; null when they can. */
export const whyNotDecide = (actor: Access): string | null =>
  mayAct(actor, 'decide-request') ? null : 'You need the permission “Manage users” to decide access requests.';

/** What an approval gives when nothing else is chosen (the portal's default). */
export const defaultAccess = (portal: PortalDefinition): Access =>
  accessOf('user', portal.defaultPermissions, portal.permissions);

export const approval = (request: AccessRequestRow, { role, permissions }: Access): Intent => ({
  kind: 'approve-access-request',
  subjectId: request.id,
  payload: { role, permissions: [...permissions] },
});

export const denial = (request: AccessRequestRow, reason: string): Intent => ({
  kind: 'deny-access-request',
  subjectId: request.id,
  payload: { reason },
});
