import { sql, type Kysely } from 'kysely';

/** Orders with their letters and documents, and the keys that they are found by (E6, E8). */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table member (
    id uuid primary key,
    portal_id text not null,
    first_name text not null,
    last_name text not null,
    birth_date date not null,
    member_number text not null,
    unique (portal_id, member_number)
  )`,
  `create table health_order (
    id uuid primary key,
    portal_id text not null,
    order_number text not null,
    acmp_number text,
    member_id uuid not null references member,
    tax_id text not null,
    plan_name text not null,
    solution text not null check (solution in
      ('radiology', 'cardiology', 'musculoskeletal', 'sleep', 'genetic-testing', 'radiation-therapy')),
    status text not null check (status in ('in-review', 'documents-needed', 'approved', 'denied', 'withdrawn')),
    requested_service text not null,
    ordered_on date not null,
    service_on date not null,
    needs_documents text,
    clinical_answered boolean not null,
    unique (portal_id, order_number)
  )`,
  // what an order is found by, folded; a member's name stands twice, and tells its other form so that nobody is listed twice
  `create table order_key (
    portal_id text not null,
    tax_id text not null,
    kind text not null check (kind in ('order-id', 'acmp-number', 'member-number', 'member-name')),
    key text collate "C" not null,
    order_id uuid not null references health_order on delete cascade,
    first_key text collate "C",
    birth_date date not null,
    primary key (portal_id, tax_id, kind, key, order_id)
  )`,
  `create index order_key_by_order on order_key (order_id)`,
  `create table letter (
    id uuid primary key,
    order_id uuid not null references health_order on delete cascade,
    title text not null,
    written_on date not null,
    body text not null
  )`,
  `create index letter_by_order on letter (order_id)`,
  `create table document (
    id uuid primary key,
    order_id uuid not null references health_order on delete cascade,
    account_id uuid not null references account on delete cascade,
    name text not null,
    type text not null,
    size integer not null check (size > 0),
    pages text,
    sha256 text not null,
    received integer not null default 0 check (received between 0 and size),
    created_at timestamptz not null,
    completed_at timestamptz
  )`,
  `create index document_by_order on document (order_id)`,
  `create table document_part (
    document_id uuid not null references document on delete cascade,
    position integer not null,
    content bytea not null,
    primary key (document_id, position)
  )`,
  `create table additional_information (
    order_id uuid primary key references health_order on delete cascade,
    text text not null,
    account_id uuid references account on delete set null,
    saved_at timestamptz not null
  )`,
];
