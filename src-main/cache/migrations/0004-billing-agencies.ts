/** What the portal says of an organization's billing agencies, and what a search of its directory has shown (D10). */
export const billingAgencies: readonly string[] = [
  `create table billing_agency (
    organization integer not null references organization,
    id text not null,
    version integer not null,
    generation integer not null,
    name_key text not null,
    details text not null,
    primary key (organization, id)
  ) strict, without rowid`,
  `create table listed_agency (
    account_id text not null references account on delete cascade,
    id text not null,
    details text not null,
    primary key (account_id, id)
  ) strict, without rowid`,
];
