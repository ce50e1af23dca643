import type { ProcedureInput } from '../../../src-shared/ipc/contract.ts';
import type { Permission, Role } from '../../../src-shared/domain/permissions.ts';
import type { AccessRequestStatus, InvitationStatus, UserStatus } from '../../../src-shared/domain/statuses.ts';

/** Somebody in the list of an invitation that is being written. */
export interface ListedPerson {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
  readonly permissions: readonly Permission[];
}

/** What stays as it was while other screens are open: searches, filters, order, an invitation that is not sent yet. */
export interface PeopleView {
  readonly users: {
    readonly search: string;
    readonly roles: readonly Role[];
    readonly statuses: readonly UserStatus[];
    readonly sort: ProcedureInput<'users.page'>['sort'];
  };
  readonly invitations: { readonly search: string; readonly statuses: readonly InvitationStatus[] };
  readonly requests: { readonly search: string; readonly statuses: readonly AccessRequestStatus[] };
  readonly invitation: { readonly list: readonly ListedPerson[]; readonly typed: ListedPerson | null };
}

export const freshView: PeopleView = {
  users: { search: '', roles: [], statuses: [], sort: { column: 'name', direction: 'ascending' } },
  invitations: { search: '', statuses: [] },
  requests: { search: '', statuses: ['pending'] },
  invitation: { list: [], typed: null },
};

/** What the user table asks for. Whoever asks ahead of it has to ask the same. */
export const askedUsers = (organizationId: string, { search, roles, statuses, sort }: PeopleView['users']) => ({
  organizationId,
  search,
  roles: [...roles],
  statuses: [...statuses],
  sort,
});
