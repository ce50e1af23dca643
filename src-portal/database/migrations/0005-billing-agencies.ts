import { sql, type Kysely } from 'kysely';

/** Billing agencies (D10), and what an account's owner calls their organizations (D9). */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table billing_agency (
    id uuid primary key,
    portal_id text not null,
    name text not null,
    folded_name text not null,
    city text,
    state text,
    tax_id text,
    npi text,
    registered_at timestamptz
  )`,
  `create index billing_agency_by_name on billing_agency (portal_id, folded_name)`,
  `create table organization_billing_agency (
    id uuid primary key,
    organization_id uuid not null references organization on delete cascade,
    agency_id uuid not null references billing_agency on delete cascade,
    status text not null check (status in ('pending', 'active', 'denied')),
    reason text,
    active_since timestamptz,
    version integer not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by text,
    unique (organization_id, agency_id)
  )`,
  `create index organization_billing_agency_by_organization on organization_billing_agency (organization_id, id)`,
  `create index organization_billing_agency_pending on organization_billing_agency (agency_id) where status = 'pending'`,
  `alter table membership add column nickname text, add column is_default boolean not null default false`,
  `create unique index membership_default on membership (account_id) where is_default`,
];
