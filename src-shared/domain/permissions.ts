import { z } from 'zod';
import { assertNever } from '../result.ts';

/** What a user may do for the organization in the portal. One catalogue for all portals; each picks its own subset. */
export const permissions = ['eligibility', 'claims-status', 'authorizations', 'remittances', 'manage-users'] as const;
export const permissionSchema = z.enum(permissions, { error: 'not_an_option' });
export type Permission = z.infer<typeof permissionSchema>;

/** A set of permissions in the catalogue's order, without repeats. */
export const permissionSetSchema = z
  .array(permissionSchema)
  .max(permissions.length, 'too_long')
  .transform((chosen) => permissions.filter((permission) => chosen.includes(permission)));

export const roles = ['administrator', 'user'] as const;
export const roleSchema = z.enum(roles, { error: 'not_an_option' });
export type Role = z.infer<typeof roleSchema>;

export interface Access {
  readonly role: Role;
  readonly permissions: readonly Permission[];
}

/** An administrator has every permission of the portal, whatever else was ticked. */
export const accessOf = (role: Role, chosen: readonly Permission[], offered: readonly Permission[]): Access => ({
  role,
  permissions: offered.filter((permission) => role === 'administrator' || chosen.includes(permission)),
});

/** What the people side of an organization can be asked to do. */
export type PeopleAction =
  | 'view'
  | 'invite'
  | 'decide-request'
  | 'revoke'
  | 'restore'
  | 'edit-access'
  | 'make-administrator'
  | 'manage-billing-agencies';

/**
 * Administrators may do everything. Holders of "Manage users" run the day-to-day (view, invite, decide, revoke,
 * restore, edit) for ordinary users, but cannot touch administrators or create one, nor hand on "Manage users"; billing
 * agencies are the administrators' (D10).
 * `subject` is the access of the person acted on as it is; `granted` the access that they would get. [ours]
 */
export function mayAct(actor: Access, action: PeopleAction, subject?: Access, granted?: Access): boolean {
  if (actor.role === 'administrator') return true;
  if (!actor.permissions.includes('manage-users')) return false;
  if (subject?.role === 'administrator' || granted?.role === 'administrator') return false;
  if (granted?.permissions.includes('manage-users')) return false;
  switch (action) {
    case 'view':
    case 'invite':
    case 'decide-request':
    case 'revoke':
    case 'restore':
    case 'edit-access':
      return true;
    case 'make-administrator':
    case 'manage-billing-agencies':
      return false;
    default:
      return assertNever(action);
  }
}
