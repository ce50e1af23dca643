import { sql, type Kysely } from 'kysely';

/** Health plans and the Tax IDs that they are associated with, the plans of an account, and the disclaimer (A4, A5, A11). */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table health_plan (
    portal_id text not null,
    id text not null,
    name text not null,
    primary key (portal_id, id)
  )`,
  `create table health_plan_tax_id (
    portal_id text not null,
    plan_id text not null,
    tax_id text not null,
    primary key (portal_id, tax_id, plan_id),
    foreign key (portal_id, plan_id) references health_plan on delete cascade
  )`,
  `create table account_tax_id (
    account_id uuid not null references account on delete cascade,
    tax_id text not null,
    primary key (account_id, tax_id)
  )`,
  `create table account_health_plan (
    account_id uuid not null references account on delete cascade,
    portal_id text not null,
    plan_id text not null,
    tax_ids text[] not null,
    added_at timestamptz not null,
    primary key (account_id, plan_id),
    foreign key (portal_id, plan_id) references health_plan on delete cascade
  )`,
  `create table plan_addition (
    id uuid primary key,
    account_id uuid not null references account on delete cascade,
    body_hash text not null,
    created_at timestamptz not null
  )`,
  // outlives its session: that somebody agreed stays on record
  `create table disclaimer_acceptance (
    session_id uuid not null,
    account_id uuid not null references account on delete cascade,
    agreement_id text not null,
    revision text not null,
    accepted_at timestamptz not null,
    primary key (session_id, agreement_id, revision)
  )`,
];
