import { roles, type Role } from '../../../src-shared/domain/permissions.ts';
import {
  accessRequestStatuses,
  invitationStatuses,
  userStatuses,
  type AccessRequestStatus,
  type InvitationStatus,
  type UserStatus,
} from '../../../src-shared/domain/statuses.ts';

/**
 * A facet is one letter that stands for what a row can be filtered by. The letters are from Unicode's private area,
 * which no searchable word holds. They are kept on disk: what is listed here may be added to at the ends only.
 */
const privateArea = 0xe000;
const statusesPerRole = 16;

const letter = (place: number): string => String.fromCodePoint(privateArea + place);

export const userFacet = (role: Role, status: UserStatus): string =>
  letter(roles.indexOf(role) * statusesPerRole + userStatuses.indexOf(status));

export const invitationFacet = (status: InvitationStatus): string => letter(invitationStatuses.indexOf(status));

export const accessRequestFacet = (status: AccessRequestStatus): string =>
  letter(accessRequestStatuses.indexOf(status));

/** The facets that a filter leaves; null when it leaves all. An empty list of roles or statuses does not filter. */
export function userFacets(chosenRoles: readonly Role[], chosenStatuses: readonly UserStatus[]): string[] | null {
  if (chosenRoles.length === 0 && chosenStatuses.length === 0) return null;
  return roles
    .filter((role) => chosenRoles.length === 0 || chosenRoles.includes(role))
    .flatMap((role) =>
      userStatuses
        .filter((status) => chosenStatuses.length === 0 || chosenStatuses.includes(status))
        .map((status) => userFacet(role, status)),
    );
}

export const invitationFacets = (chosen: readonly InvitationStatus[]): string[] | null =>
  chosen.length === 0 ? null : [...new Set(chosen)].map(invitationFacet);

export const accessRequestFacets = (chosen: readonly AccessRequestStatus[]): string[] | null =>
  chosen.length === 0 ? null : [...new Set(chosen)].map(accessRequestFacet);
