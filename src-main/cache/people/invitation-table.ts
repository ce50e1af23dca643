import { invitationSchema, type Invitation } from '../../../src-shared/domain/invitation.ts';
import { invitationFacet } from './facets.ts';
import type { PeopleTable } from './people-table.ts';

export const invitationTable: PeopleTable<Invitation, { readonly details: string }> = {
  name: 'invitation',
  columns: ['age_key', 'details'],
  facet: ({ status }) => invitationFacet(status),
  toColumns: (invitation) => ({ age_key: Date.parse(invitation.createdAt), details: JSON.stringify(invitation) }),
  toEntity: ({ details }) => invitationSchema.parse(JSON.parse(details)),
};
