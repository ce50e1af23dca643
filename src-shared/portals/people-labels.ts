import type { PortalLabels } from './definition.ts';

/** How CCA calls the people screens (C8-C13); for portals whose own words are not known too. [ours] */
export const peopleLabels: Omit<PortalLabels, 'providerId'> = {
  users: 'Users',
  manageUsers: 'Manage Users',
  linkAccount: 'Link Account',
  manageLinkedAccounts: 'Manage Linked Accounts',
  inviteNewUser: 'Invite New User',
  addToList: 'Add to List',
  sendInvitation: 'Send Invitation',
  editRoleAndPermissions: 'Edit Role and Permissions',
  makeAdmin: 'Make Admin',
  revokeUser: 'Revoke User',
  restoreUser: 'Restore',
};
