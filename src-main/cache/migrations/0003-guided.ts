/**
 * Portals that have only a web site: what people keep about them by hand. Each organization has a gapless feed of its own,
 * so that it is followed as a portal's is. `outbox.held`: waits until somebody has recorded what came of it.
 */
export const guided: readonly string[] = [
  `alter table account add column mode text not null default 'service' check (mode in ('service', 'guided'))`,
  `alter table outbox add column held integer not null default 0 check (held in (0, 1))`,
  `create table guided_organization (
    id text primary key,
    account_id text not null references account on delete cascade,
    linked_id text not null unique,
    position integer not null default 0,
    details text not null
  ) strict`,
  `create index guided_organization_by_account on guided_organization (account_id)`,
  `create table guided_person (
    organization_id text not null references guided_organization on delete cascade,
    kind text not null,
    id text not null,
    email text not null,
    details text not null,
    primary key (organization_id, kind, id)
  ) strict, without rowid`,
  `create index guided_person_by_email on guided_person (organization_id, kind, email)`,
  `create table guided_change (
    organization_id text not null references guided_organization on delete cascade,
    position integer not null,
    record text not null,
    primary key (organization_id, position)
  ) strict, without rowid`,
  `create table guided_outcome (
    command_id text primary key,
    organization_id text not null references guided_organization on delete cascade,
    outcome text not null
  ) strict, without rowid`,
  `create index guided_outcome_by_organization on guided_outcome (organization_id)`,
  `create table guided_record (
    sequence integer primary key autoincrement,
    account_id text not null references account on delete cascade,
    organization_id text,
    details text not null
  ) strict`,
  `create index guided_record_by_account on guided_record (account_id, organization_id)`,
  `create table guided_deadline (
    account_id text not null references account on delete cascade,
    id text not null,
    details text not null,
    primary key (account_id, id)
  ) strict, without rowid`,
];
