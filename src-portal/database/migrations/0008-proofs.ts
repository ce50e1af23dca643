import { sql, type Kysely } from 'kysely';

/** How the first person of an organization proves to belong to it (D7, D8), and since when an association is active (D2). */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  // what was active before has no wait left
  `alter table membership
    add column activated_at timestamptz,
    drop constraint membership_status_check,
    add constraint membership_status_check
      check (status in ('awaiting-pin', 'pending', 'active', 'denied', 'revoked'))`,
  `alter table organization add column street text`,
  `create table claim (
    id uuid primary key,
    organization_id uuid not null references organization on delete cascade,
    number_key text not null,
    advisory_date date not null,
    patient_last_name text not null,
    first_date_of_service date not null,
    payment_number text not null,
    patient_account_number text,
    unique (organization_id, number_key)
  )`,
  `create table mailed_pin (
    membership_id uuid primary key references membership on delete cascade,
    matched_on text[] not null,
    requested_at timestamptz not null,
    mailed_at timestamptz,
    pin_hash text,
    expires_at timestamptz,
    wrong_tries integer not null default 0
  )`,
];
