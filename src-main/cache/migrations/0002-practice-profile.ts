/** The practice's own people and organizations, in the order in which they are listed, and what the NPI Registry answered. */
export const practiceProfile: readonly string[] = [
  `create table practice_person (
    id text primary key,
    place integer not null,
    details text not null
  ) strict, without rowid`,
  `create table practice_organization (
    id text primary key,
    place integer not null,
    details text not null
  ) strict, without rowid`,
  `create table registry_answer (
    npi text primary key,
    as_of text not null,
    provider text
  ) strict, without rowid`,
];
