/**
 * What an account's owner wants a linked account to be called or preferred as, until the portal has said yes (D9): the
 * latest wish for each linked account, in the order in which they were given. And when the portal last told of an
 * account's linked accounts.
 */
export const wantedPreferences: readonly string[] = [
  `create table wanted_preferences (
    sequence integer primary key autoincrement,
    account_id text not null references account on delete cascade,
    linked_account_id text not null,
    organization_name text not null,
    decided_at text not null,
    nickname_wanted integer not null check (nickname_wanted in (0, 1)),
    nickname text,
    is_default integer check (is_default in (0, 1)),
    may_have_been_sent integer not null default 0 check (may_have_been_sent in (0, 1)),
    error text,
    unique (account_id, linked_account_id)
  ) strict`,
  `alter table account add column told_at text`,
];
