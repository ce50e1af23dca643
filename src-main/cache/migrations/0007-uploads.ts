/** Documents on their way to a portal: their bytes lie here in parts, encrypted like everything else, until they have arrived. */
export const uploads: readonly string[] = [
  `create table upload (
    id text primary key,
    account_id text not null references account on delete cascade,
    order_id text not null,
    size integer not null check (size > 0),
    sent integer not null,
    state text not null check (state in ('sending', 'paused', 'interrupted', 'failed')),
    error text,
    details text not null
  ) strict, without rowid`,
  `create index upload_by_account on upload (account_id, order_id)`,
  `create table upload_part (
    upload_id text not null references upload on delete cascade,
    position integer not null,
    content blob not null,
    primary key (upload_id, position)
  ) strict`,
];
