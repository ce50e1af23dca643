import { sql, type Kysely } from 'kysely';

/** Links in emails may also lead to Reset Your Password (E5). */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `alter table link_token
    drop constraint link_token_purpose_check,
    add constraint link_token_purpose_check
      check (purpose in ('verify-email', 'accept-invitation', 'reset-password'))`,
  `create index link_token_by_account on link_token (account_id)`,
];
