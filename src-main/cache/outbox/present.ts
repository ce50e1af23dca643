import { subjectKindOf, type SubjectKind } from '../../../src-shared/domain/command.ts';
import type { Role } from '../../../src-shared/domain/permissions.ts';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import type { Statements } from '../sqlite.ts';
import type { OutboxRow } from './outbox-row.ts';

interface Standing {
  readonly status: string;
  readonly role?: Role;
  readonly changed_by: string | null;
  readonly changed_at: string | null;
}

/** How the subject of a command stands, as the portal told it last; null where nothing is known of it. */
export type FindPresent = (row: OutboxRow) => NonNullable<OutboxItem['present']> | null;

export function presentFinder(statements: Statements): FindPresent {
  const known: Readonly<Record<SubjectKind, ReturnType<typeof statements<Standing>>>> = {
    user: statements(
      `select status, role, changed_by, strftime('%Y-%m-%dT%H:%M:%fZ', changed_at_ms / 1000.0, 'unixepoch') as changed_at
       from organization join user on user.organization = organization.key
       where organization.id = :organization and user.id = :id`,
    ),
    invitation: statements(detailed('invitation')),
    'access-request': statements(detailed('access_request')),
    'billing-agency': statements(detailed('billing_agency')),
  };
  return ({ kind, organization_id: organization, subject_id: id }) => {
    const found = known[subjectKindOf[kind]].get({ organization, id });
    if (found === undefined) return null;
    const { status, role } = found;
    return { status, ...(role !== undefined && { role }), changedBy: found.changed_by, changedAt: found.changed_at };
  };
}

const detailed = (table: 'invitation' | 'access_request' | 'billing_agency'): string =>
  `select details ->> 'status' as status, details ->> 'changedBy' as changed_by, details ->> 'changedAt' as changed_at
   from (
     select ${table}.details from organization join ${table} on ${table}.organization = organization.key
     where organization.id = :organization and ${table}.id = :id
   )`;
