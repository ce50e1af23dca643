import type { Selectable } from 'kysely';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import { passcodeTries } from '../../src-shared/domain/passcode.ts';
import type { Chance, DatabaseTransaction } from '../context.ts';
import type { Schema } from '../database/schema.ts';
import { accountStatus, type AccountRow } from './account-of.ts';

export interface OpenSignIn {
  readonly signIn: Selectable<Schema['sign_in']>;
  readonly account: AccountRow;
}

/** A sign-in that still waits for its second factor, locked; else `sign_in_expired`, whatever the reason. */
export async function lockSignIn(
  transaction: DatabaseTransaction,
  chance: Pick<Chance, 'now'>,
  portalId: string,
  signInId: string,
): Promise<Result<OpenSignIn>> {
  const signIn = await transaction
    .selectFrom('sign_in')
    .selectAll()
    .where('id', '=', signInId)
    .forUpdate()
    .executeTakeFirst();
  if (signIn === undefined || signIn.completed_at !== null || signIn.expires_at <= chance.now()) {
    return fail({ code: 'sign_in_expired' });
  }
  if (signIn.wrong_tries >= passcodeTries) return fail({ code: 'sign_in_expired' });
  const account = await transaction
    .selectFrom('account')
    .selectAll()
    .where('id', '=', signIn.account_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  // it may have expired since the password was checked
  const isOpen = account.portal_id === portalId && accountStatus(account, chance) === 'active';
  return isOpen ? ok({ signIn, account }) : fail({ code: 'sign_in_expired' });
}
