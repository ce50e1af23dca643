import type { Intent } from '../../../src-shared/domain/command.ts';
import type { Access } from '../../../src-shared/domain/permissions.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { assertNever } from '../../../src-shared/result.ts';
import type { UserAction } from './user-rules.ts';

/** What goes along with a decision: the reason of a revocation, the access that an edit gives. */
export interface DecisionDetails {
  readonly reason: string | null;
  readonly access: Access | null;
}

/** The command that carries out the action on one user. Throws when an edit comes without access. */
export function intentFor(action: UserAction, subjectId: string, { reason, access }: DecisionDetails): Intent {
  switch (action) {
    case 'make-admin':
      return { kind: action, subjectId, payload: {} };
    case 'restore-user':
      return { kind: action, subjectId, payload: {} };
    case 'revoke-user':
      return { kind: action, subjectId, payload: { reason } };
    case 'edit-role-and-permissions':
      if (access === null) throw new Error('An edit needs the access that it gives');
      return { kind: action, subjectId, payload: { role: access.role, permissions: [...access.permissions] } };
    default:
      return assertNever(action);
  }
}

/** How the portal calls the action (C12). */
export function actionLabel(action: UserAction, labels: PortalLabels): string {
  switch (action) {
    case 'make-admin':
      return labels.makeAdmin;
    case 'restore-user':
      return labels.restoreUser;
    case 'revoke-user':
      return labels.revokeUser;
    case 'edit-role-and-permissions':
      return labels.editRoleAndPermissions;
    default:
      return assertNever(action);
  }
}
