import { sql, type Kysely } from 'kysely';

/** What providers offer, the search by an NPI's first digits, and the fax number that a registration may ask for (E4). */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `alter table organization add column services text[] not null default '{}'`,
  `create index organization_by_npi on organization (portal_id, npi text_pattern_ops)`,
  `alter table account add column fax text`,
];
