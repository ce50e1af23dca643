import { sql, type Kysely } from 'kysely';

/** PostgreSQL 15 and newer. Ids are UUIDv7 made by the service or its callers; moments are timestamptz in UTC. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  // directory: what the payer knows of its providers
  `create table organization (
    id uuid primary key,
    portal_id text not null,
    provider_type text not null check (provider_type in ('practitioner', 'group')),
    name text not null,
    first_name text,
    last_name text,
    provider_id text not null,
    tax_id text not null,
    npi text,
    city text not null,
    state text not null,
    version integer not null default 1,
    feed_position bigint not null default 0,
    feed_floor bigint not null default 0,
    unique (portal_id, provider_id)
  )`,
  `create table organization_zip (
    organization_id uuid not null references organization on delete cascade,
    zip text not null,
    purpose text not null check (purpose in ('remittance', 'practice', 'other')),
    primary key (organization_id, zip, purpose)
  )`,

  // identity
  `create table account (
    id uuid primary key,
    portal_id text not null,
    email text not null,
    first_name text not null,
    last_name text not null,
    phone text,
    password_hash text,
    email_verified_at timestamptz,
    authenticator_secret text,
    authenticator_since timestamptz,
    authenticator_last_step bigint,
    created_at timestamptz not null,
    last_sign_in_at timestamptz,
    unique (portal_id, email)
  )`,
  `create table link_token (
    token_hash text primary key,
    purpose text not null check (purpose in ('verify-email', 'accept-invitation')),
    account_id uuid references account on delete cascade,
    invitation_id uuid,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index link_token_by_invitation on link_token (invitation_id)`,
  `create table sign_in (
    id uuid primary key,
    account_id uuid not null references account on delete cascade,
    device text not null,
    passcode_hash text,
    passcode_expires_at timestamptz,
    passcode_sent_at timestamptz,
    wrong_tries integer not null default 0,
    expires_at timestamptz not null,
    completed_at timestamptz
  )`,
  `create table session (
    id uuid primary key,
    account_id uuid not null references account on delete cascade,
    device text not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    end_reason text
  )`,
  `create index session_by_account on session (account_id)`,
  // whoever ends a session and however, its open streams hear of it (features/changes/hint-notice.ts)
  `create function tell_session_end() returns trigger language plpgsql as $$
    begin
      perform pg_notify('portal_hints', json_build_object('endedSessionId', new.id)::text);
      return null;
    end
  $$`,
  `create trigger session_end after update of ended_at on session for each row
    when (old.ended_at is null and new.ended_at is not null) execute function tell_session_end()`,
  `create table refresh_token (
    token_hash text primary key,
    session_id uuid not null references session on delete cascade,
    parent_hash text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    replaced_at timestamptz
  )`,
  `create index refresh_token_by_parent on refresh_token (parent_hash)`,
  `create table access_token (
    token_hash text primary key,
    session_id uuid not null references session on delete cascade,
    refresh_token_hash text not null,
    expires_at timestamptz not null
  )`,
  `create table rate_limit (
    key text primary key,
    window_started_at timestamptz not null,
    attempts integer not null
  )`,

  // people
  `create table membership (
    id uuid primary key,
    organization_id uuid not null references organization on delete cascade,
    account_id uuid not null references account on delete cascade,
    role text not null check (role in ('administrator', 'user')),
    permissions text[] not null,
    status text not null check (status in ('pending', 'active', 'denied', 'revoked')),
    status_reason text,
    version integer not null default 1,
    feed_floor bigint not null default 0,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by text,
    unique (organization_id, account_id)
  )`,
  `create index membership_by_organization on membership (organization_id, id)`,
  `create index membership_by_account on membership (account_id)`,
  `create index membership_administrators on membership (organization_id) where role = 'administrator' and status = 'active'`,
  `create table access_request (
    id uuid primary key,
    organization_id uuid not null references organization on delete cascade,
    membership_id uuid not null references membership on delete cascade,
    status text not null check (status in ('pending', 'approved', 'denied', 'withdrawn')),
    reason text,
    matched_on text[] not null,
    version integer not null default 1,
    requested_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by text
  )`,
  `create index access_request_by_organization on access_request (organization_id, id)`,
  `create table invitation (
    id uuid primary key,
    organization_id uuid not null references organization on delete cascade,
    email text not null,
    first_name text not null,
    last_name text not null,
    role text not null check (role in ('administrator', 'user')),
    permissions text[] not null,
    status text not null check (status in ('sending', 'sent', 'failed', 'accepted', 'expired', 'cancelled')),
    failure text,
    failure_detail text,
    invited_by text not null,
    version integer not null default 1,
    decision_version integer not null default 1,
    decided_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by text
  )`,
  `create index invitation_by_organization on invitation (organization_id, id)`,
  `create unique index invitation_open on invitation (organization_id, email) where status in ('sending', 'sent')`,
  // what a registration asked for, until the email address is confirmed
  `create table association (
    id uuid primary key,
    account_id uuid not null references account on delete cascade,
    organization_id uuid not null references organization on delete cascade,
    matched_on text[] not null,
    body_hash text not null,
    has_administrator boolean not null,
    created_at timestamptz not null,
    completed_at timestamptz
  )`,
  `create table agreement_acceptance (
    id uuid primary key,
    account_id uuid not null references account on delete cascade,
    organization_id uuid not null references organization on delete cascade,
    agreement_id text not null,
    revision text not null,
    accepted_at timestamptz not null
  )`,

  // exactly once
  `create table command (
    id uuid primary key,
    organization_id uuid not null references organization on delete cascade,
    account_id uuid not null,
    body_hash text not null,
    kind text not null,
    outcome jsonb not null,
    decided_at timestamptz not null,
    handled_at timestamptz not null
  )`,
  `create index command_by_age on command (handled_at)`,
  `create table change (
    organization_id uuid not null references organization on delete cascade,
    position bigint not null,
    op text not null check (op in ('put', 'delete')),
    kind text not null,
    entity_id uuid not null,
    entity jsonb,
    created_at timestamptz not null,
    primary key (organization_id, position)
  )`,
  `create table audit (
    id uuid primary key,
    organization_id uuid,
    account_id uuid,
    actor text not null,
    command_id uuid,
    action text not null,
    subject_kind text not null,
    subject_id uuid not null,
    before jsonb,
    after jsonb,
    at timestamptz not null
  )`,
  `create index audit_by_organization on audit (organization_id, at)`,

  // work to be done: claimed with FOR UPDATE SKIP LOCKED
  `create table job (
    id uuid primary key,
    kind text not null,
    payload jsonb not null,
    status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed')),
    attempts integer not null default 0,
    run_at timestamptz not null,
    claimed_until timestamptz,
    last_error text,
    created_at timestamptz not null,
    finished_at timestamptz
  )`,
  `create index job_due on job (run_at) where status in ('waiting', 'running')`,
];
