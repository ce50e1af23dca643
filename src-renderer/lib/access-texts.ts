import type { Permission, Role } from '../../src-shared/domain/permissions.ts';
import { permissions } from '../../src-shared/domain/permissions.ts';

export const roleTexts: Readonly<Record<Role, string>> = { administrator: 'Administrator', user: 'User' };

export const permissionTexts: Readonly<Record<Permission, string>> = {
  eligibility: 'Eligibility',
  'claims-status': 'Claims status',
  authorizations: 'Authorizations',
  remittances: 'Remittances',
  'manage-users': 'Manage users',
};

/** What each permission lets a person do. */
export const permissionHints: Readonly<Record<Permission, string>> = {
  eligibility: 'Look up members and their coverage',
  'claims-status': 'Follow claims that were submitted',
  authorizations: 'Submit and follow authorization requests',
  remittances: 'See payments and remittance advice',
  'manage-users': 'Invite people, decide access requests, and edit or revoke ordinary users',
};

/** `Eligibility, Claims status`, in the catalogue's order; `None` without any. */
export const permissionList = (held: readonly Permission[]): string =>
  permissions
    .filter((permission) => held.includes(permission))
    .map((permission) => permissionTexts[permission])
    .join(', ') || 'None';
