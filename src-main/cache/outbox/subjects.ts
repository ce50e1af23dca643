import type { SubjectKind } from '../../../src-shared/domain/command.ts';
import type { Statements } from '../sqlite.ts';

/** Whom a command is about, as far as this computer knows. */
export interface Subject {
  /** The version that the cached row has; 0 for an invitation or agency that is still in the outbox. */
  readonly version: number;
  /** First and last name, the email address of somebody without, or an agency's name. */
  readonly name: string;
}

interface Person {
  readonly version: number;
  readonly first: string;
  readonly last: string;
  readonly email: string;
}

export type FindSubject = (organizationId: string, kind: SubjectKind, subjectId: string) => Subject | null;

export function subjectFinder(statements: Statements): FindSubject {
  const known: Readonly<Record<SubjectKind, ReturnType<typeof statements<Person>>>> = {
    user: statements(
      `select user.version, first_name as first, last_name as last, email
       from organization join user on user.organization = organization.key
       where organization.id = :organization and user.id = :id`,
    ),
    invitation: statements(detailed('invitation')),
    'access-request': statements(detailed('access_request')),
    'billing-agency': statements(
      `select billing_agency.version, billing_agency.details ->> 'name' as first, '' as last, '' as email
       from organization join billing_agency on billing_agency.organization = organization.key
       where organization.id = :organization and billing_agency.id = :id`,
    ),
  };
  const invited = statements<Person>(
    `select 0 as version, ${named(`intent -> 'payload'`)} from outbox
     where organization_id = :organization and subject_id = :id and kind = 'invite-user' and state <> 'refused'`,
  );
  const added = statements<Person>(
    `select 0 as version, subject_name as first, '' as last, '' as email from outbox
     where organization_id = :organization and subject_id = :id and kind = 'add-billing-agency' and state <> 'refused'`,
  );
  return (organization, kind, id) => {
    const unsent = kind === 'billing-agency' ? added : invited;
    const person = known[kind].get({ organization, id }) ?? unsent.get({ organization, id });
    if (person === undefined) return null;
    const { version, first, last, email } = person;
    return { version, name: `${first} ${last}`.trim() || email };
  };
}

const detailed = (table: 'invitation' | 'access_request'): string =>
  `select ${table}.version, ${named(`${table}.details`)}
   from organization join ${table} on ${table}.organization = organization.key
   where organization.id = :organization and ${table}.id = :id`;

const named = (json: string): string =>
  `(${json}) ->> 'firstName' as first, (${json}) ->> 'lastName' as last, (${json}) ->> 'email' as email`;
