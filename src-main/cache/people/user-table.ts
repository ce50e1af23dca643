import { permissions, type Role } from '../../../src-shared/domain/permissions.ts';
import type { UserStatus } from '../../../src-shared/domain/statuses.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import { foldText } from '../fold-text.ts';
import { userFacet } from './facets.ts';
import type { PeopleTable } from './people-table.ts';

export interface UserColumns {
  readonly id: string;
  readonly version: number;
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly role: Role;
  readonly permissions: string;
  readonly status: UserStatus;
  readonly created_at_ms: number;
  readonly last_sign_in_at_ms: number | null;
  readonly changed_by: string | null;
  readonly changed_at_ms: number;
}

/** Columns of their own instead of JSON: there may be 100,000 users, and half the bytes are twice the speed. */
export const userTable: PeopleTable<User, UserColumns> = {
  name: 'user',
  columns: [
    'name_key',
    'email',
    'first_name',
    'last_name',
    'role',
    'permissions',
    'status',
    'created_at_ms',
    'last_sign_in_at_ms',
    'changed_by',
    'changed_at_ms',
  ],
  facet: ({ role, status }) => userFacet(role, status),
  toColumns: (user) => ({
    name_key: nameKey(user.lastName, user.firstName),
    email: user.email,
    first_name: user.firstName,
    last_name: user.lastName,
    role: user.role,
    permissions: user.permissions.join(' '),
    status: user.status,
    created_at_ms: Date.parse(user.createdAt),
    last_sign_in_at_ms: user.lastSignInAt === null ? null : Date.parse(user.lastSignInAt),
    changed_by: user.changedBy,
    changed_at_ms: Date.parse(user.changedAt),
  }),
  toEntity: (row, organizationId) => ({
    id: row.id,
    organizationId,
    version: row.version,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role,
    permissions: permissionsIn(row.permissions),
    status: row.status,
    createdAt: moment(row.created_at_ms),
    lastSignInAt: row.last_sign_in_at_ms === null ? null : moment(row.last_sign_in_at_ms),
    changedBy: row.changed_by,
    changedAt: moment(row.changed_at_ms),
  }),
};

const moment = (ms: number): string => new Date(ms).toISOString();

/** In the order in which the portal told them; one that this version of the app does not know is left out. */
const permissionsIn = (kept: string): User['permissions'] =>
  kept.split(' ').flatMap((name) => permissions.filter((permission) => permission === name));

/** Letters of each name that decide the order: all of them, for any name that the portals accept. */
const keyLength = 80;

/** People are sorted by last name, then first, as one looks them up in a directory: without regard to case or accents. */
export const nameKey = (lastName: string, firstName: string): string =>
  `${start(foldText(lastName))} ${start(foldText(firstName))}`;

// by code points: half a surrogate pair would not come back from the database as it went in
const start = (text: string): string =>
  text.length <= keyLength ? text : Array.from(text).slice(0, keyLength).join('');
