import { sql, type Kysely } from 'kysely';

/** Since when the portal's staff take a Tax ID as the account's own (A8, A11): none of its orders is shown before. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `alter table account_tax_id add column verified_at timestamptz`,
  // those of an account that has been verified were used with it until now
  `update account_tax_id set verified_at = account.verified_at from account where account.id = account_tax_id.account_id`,
];
