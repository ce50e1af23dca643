import { sql, type Kysely } from 'kysely';

/** Since when an account has multi-factor authentication, its move there, and secret questions at the sign-in (E1, E2). */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `alter table account
    add column mfa_since timestamptz,
    add column migration_announced_at timestamptz,
    add column migration_due_at timestamptz,
    add column secret_question_turn integer not null default 0`,
  // all accounts so far were registered here, and registration has always come with a second factor
  `update account set mfa_since = created_at`,
  `alter table sign_in
    add column secret_question_place integer,
    add column migration_email text,
    add column migration_password_hash text`,
];
