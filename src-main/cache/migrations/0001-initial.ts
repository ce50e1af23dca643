/**
 * `organization.key` is a small number that stands for an organization's id. The rows of an organization's people have
 * numbers from key * 2^32 on, so that a range of row numbers is an organization, in the tables and in the indexes for
 * search alike. Row numbers are given in order of arrival and break ties wherever people are sorted.
 *
 * `words` is what search sees: a letter for the row's status (and role), then the folded words of name and email. They
 * are folded before they get here, hence the plain tokenizer; the lengths of the prefix indexes are those that hit most.
 */
export const initial: readonly string[] = [
  `create table preference (name text primary key, value text not null) strict, without rowid`,

  `create table account (
    id text primary key,
    portal_url text not null,
    state text not null check (state in ('signed-in', 'signed-out')),
    active_linked_account_id text,
    details text not null
  ) strict`,
  `create table linked_account (
    account_id text not null references account on delete cascade,
    id text not null,
    place integer not null,
    organization_id text not null,
    details text not null,
    primary key (account_id, id)
  ) strict, without rowid`,
  `create index linked_account_by_organization on linked_account (organization_id)`,

  // what the portal said, and how far its feed was followed
  `create table organization (
    key integer primary key,
    id text not null unique,
    version integer not null default 0,
    details text,
    position integer,
    generation integer not null default 0,
    snapshot_after text,
    snapshot_position integer,
    snapshot_loaded integer,
    snapshot_total integer,
    snapshot_marked integer not null default 0,
    synced_at text
  ) strict`,
  `create table user (
    row integer primary key,
    organization integer not null references organization,
    id text not null,
    version integer not null,
    generation integer not null,
    words text not null,
    name_key text not null,
    email text not null,
    first_name text not null,
    last_name text not null,
    role text not null,
    permissions text not null,
    status text not null,
    created_at_ms integer not null,
    last_sign_in_at_ms integer,
    changed_by text,
    changed_at_ms integer not null
  ) strict`,
  `create unique index user_by_id on user (organization, id)`,
  `create index user_by_name on user (organization, name_key)`,
  `create index user_by_email on user (organization, email)`,
  `create index user_by_role on user (organization, role)`,
  `create index user_by_status on user (organization, status)`,

  ...['invitation', 'access_request'].flatMap((table) => [
    `create table ${table} (
      row integer primary key,
      organization integer not null references organization,
      id text not null,
      version integer not null,
      generation integer not null,
      words text not null,
      age_key integer not null,
      details text not null
    ) strict`,
    `create unique index ${table}_by_id on ${table} (organization, id)`,
    `create index ${table}_by_age on ${table} (organization, age_key)`,
  ]),

  ...['user', 'invitation', 'access_request'].flatMap((table) => [
    `create virtual table ${table}_search using fts5 (
      words, content = '${table}', content_rowid = 'row', tokenize = 'ascii', prefix = '1 2 3', detail = none, columnsize = 0
    )`,
    // merging seldom makes a first load faster, and searches no slower that one could notice
    `insert into ${table}_search (${table}_search, rank) values ('automerge', 16)`,
  ]),
  // so that totals need not be counted
  `create table people_count (
    organization integer not null references organization,
    kind text not null,
    facet text not null,
    amount integer not null,
    primary key (organization, kind, facet)
  ) strict, without rowid`,

  // what was decided here
  `create table outbox (
    sequence integer primary key autoincrement,
    id text not null unique,
    account_id text not null,
    organization_id text not null,
    subject_id text not null,
    subject_name text not null,
    kind text not null,
    base_version integer not null,
    decided_at text not null,
    intent text not null,
    state text not null check (state in ('waiting', 'sending', 'acknowledged', 'refused')),
    may_have_been_sent integer not null default 0 check (may_have_been_sent in (0, 1)),
    position integer,
    error text
  ) strict`,
  `create index outbox_to_send on outbox (account_id, organization_id, sequence) where state in ('waiting', 'sending')`,
  `create index outbox_acknowledged on outbox (organization_id, position) where state = 'acknowledged'`,
  `create index outbox_invitations on outbox (organization_id, sequence) where kind = 'invite-user'`,
  `create index outbox_by_subject on outbox (organization_id, subject_id, sequence)`,
  `create index outbox_by_account on outbox (account_id, state, organization_id)`,
];
