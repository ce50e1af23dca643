import type { Chance, Database, DatabaseTransaction } from '../context.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import { hashToken, newToken } from './token.ts';

/** What the link in an email is for, and whose it is. */
export type LinkSubject =
  | { readonly purpose: 'verify-email' | 'reset-password'; readonly accountId: string }
  | { readonly purpose: 'accept-invitation'; readonly invitationId: string };
export type LinkPurpose = LinkSubject['purpose'];
type SubjectOf<Purpose extends LinkPurpose> = Purpose extends 'accept-invitation'
  ? { readonly purpose: Purpose; readonly invitationId: string }
  : { readonly purpose: Purpose; readonly accountId: string };

export type LinkProblem = 'unknown' | 'expired' | 'used';

/** A token for the link in an email; it serves once, for `lifeMs`. Only its hash is stored. Earlier links stay good. */
export async function issueLinkToken(
  transaction: DatabaseTransaction,
  chance: Chance,
  subject: LinkSubject,
  lifeMs: number,
): Promise<string> {
  const token = newToken(chance);
  await transaction
    .insertInto('link_token')
    .values({
      token_hash: hashToken(token),
      purpose: subject.purpose,
      account_id: 'accountId' in subject ? subject.accountId : null,
      invitation_id: 'invitationId' in subject ? subject.invitationId : null,
      expires_at: new Date(chance.now().getTime() + lifeMs),
      used_at: null,
    })
    .execute();
  return token;
}

/** Takes every unused link of the subject away, as when an invitation is sent once more or cancelled. */
export async function withdrawLinkTokens(transaction: DatabaseTransaction, subject: LinkSubject): Promise<void> {
  const unused = transaction
    .deleteFrom('link_token')
    .where('purpose', '=', subject.purpose)
    .where('used_at', 'is', null);
  await (
    'accountId' in subject
      ? unused.where('account_id', '=', subject.accountId)
      : unused.where('invitation_id', '=', subject.invitationId)
  ).execute();
}

/** Whose link this is, without using it up: for showing a page, which a mail scanner may open too. */
export async function readLinkToken<Purpose extends LinkPurpose>(
  database: Database,
  chance: Chance,
  purpose: Purpose,
  token: string,
): Promise<Result<SubjectOf<Purpose>, LinkProblem>> {
  const row = await database
    .selectFrom('link_token')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  if (row === undefined) return fail('unknown');
  if (row.used_at !== null) return fail('used');
  if (row.expires_at <= chance.now()) return fail('expired');
  const subject: LinkSubject | null =
    row.purpose === 'accept-invitation'
      ? row.invitation_id === null
        ? null
        : { purpose: row.purpose, invitationId: row.invitation_id }
      : row.account_id === null
        ? null
        : { purpose: row.purpose, accountId: row.account_id };
  return subject === null ? fail('unknown') : ok(subject as SubjectOf<Purpose>);
}

/** Uses the link up, in the transaction of what it is for. Of two at the same moment one gets it. */
export async function consumeLinkToken<Purpose extends LinkPurpose>(
  transaction: DatabaseTransaction,
  chance: Chance,
  purpose: Purpose,
  token: string,
): Promise<Result<SubjectOf<Purpose>, LinkProblem>> {
  const read = await readLinkToken(transaction, chance, purpose, token);
  if (!read.ok) return read;
  const { numUpdatedRows } = await transaction
    .updateTable('link_token')
    .set({ used_at: chance.now() })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 0n ? fail('used') : read;
}
