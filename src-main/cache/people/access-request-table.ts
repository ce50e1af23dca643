import { accessRequestSchema, type AccessRequest } from '../../../src-shared/domain/access-request.ts';
import { accessRequestFacet } from './facets.ts';
import type { PeopleTable } from './people-table.ts';

export const accessRequestTable: PeopleTable<AccessRequest, { readonly details: string }> = {
  name: 'access_request',
  columns: ['age_key', 'details'],
  facet: ({ status }) => accessRequestFacet(status),
  toColumns: (request) => ({ age_key: Date.parse(request.requestedAt), details: JSON.stringify(request) }),
  toEntity: ({ details }) => accessRequestSchema.parse(JSON.parse(details)),
};
