/** The health plans of an account, as its portal last told them. `agreed`: nobody has to agree to a disclaimer first. */
export const healthPlans: readonly string[] = [
  `create table health_plan_list (
    account_id text primary key references account on delete cascade,
    as_of text not null,
    agreed integer not null check (agreed in (0, 1)),
    plans text not null
  ) strict, without rowid`,
];
