import type { ProcedureInput } from '../../../src-shared/ipc/contract.ts';
import type { PeopleOrder } from './find-people.ts';

type UserSort = ProcedureInput<'users.page'>['sort'];

const userColumns: Readonly<Record<UserSort['column'], Pick<PeopleOrder, 'column' | 'index'>>> = {
  name: { column: 'name_key', index: 'user_by_name' },
  email: { column: 'email', index: 'user_by_email' },
  role: { column: 'role', index: 'user_by_role' },
  status: { column: 'status', index: 'user_by_status' },
};

export const userOrder = ({ column, direction }: UserSort): PeopleOrder => ({
  table: 'user',
  ...userColumns[column],
  direction,
});

export const newestInvitationsFirst: PeopleOrder = {
  table: 'invitation',
  column: 'age_key',
  index: 'invitation_by_age',
  direction: 'descending',
};

export const newestRequestsFirst: PeopleOrder = {
  table: 'access_request',
  column: 'age_key',
  index: 'access_request_by_age',
  direction: 'descending',
};
