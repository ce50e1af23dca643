/** Unfinished wizards, without their secret answers; `place` counts up, so that the oldest can give way. */
export const drafts: readonly string[] = [
  `create table draft (
    key text primary key,
    place integer not null,
    details text not null
  ) strict, without rowid`,
];
