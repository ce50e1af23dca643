import { sql, type Kysely } from 'kysely';

/**
 * Registrations that name no organization (A2, A3, D4): usernames, what is asked about a person and their office, security
 * answers; and when an account was verified (A8) and expires (A9).
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `alter table account
    add column username text,
    add column verified_at timestamptz,
    add column expires_at timestamptz,
    add column expiry_warned_days integer,
    add column expired_at timestamptz,
    add column role text,
    add column provider_number text,
    add column agency_name text,
    add column organization_name text,
    add column street text,
    add column city text,
    add column state text,
    add column zip text`,
  `create unique index account_by_username on account (portal_id, username) where username is not null`,
  `create index account_unused on account (expires_at) where expires_at is not null and expired_at is null`,
  `create table security_answer (
    account_id uuid not null references account on delete cascade,
    place integer not null,
    question text not null,
    answer_hash text not null,
    primary key (account_id, place)
  )`,
  `alter table agreement_acceptance alter column organization_id drop not null`,
  `alter table association alter column organization_id drop not null`,
];
