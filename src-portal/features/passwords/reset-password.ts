import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Database, PortalContext } from '../../context.ts';
import type { AccountRow } from '../../identity/account-of.ts';
import { consumeLinkToken, readLinkToken, type LinkProblem } from '../../identity/link-token.ts';
import { hashPassword } from '../../identity/password-hash.ts';
import { putPassword } from './put-password.ts';

/** Whose password the link sets. Looking uses nothing up: mail scanners look too. */
export async function findResetAccount(
  context: PortalContext,
  database: Database,
  portal: PortalDefinition,
  token: string,
): Promise<Result<AccountRow, LinkProblem>> {
  const link = await readLinkToken(database, context.chance, 'reset-password', token);
  if (!link.ok) return link;
  const account = await database
    .selectFrom('account')
    .selectAll()
    .where('id', '=', link.value.accountId)
    .where('portal_id', '=', portal.id)
    .executeTakeFirst();
  return account === undefined ? fail('unknown') : ok(account);
}

/** Sets the new password and uses the link up, in one transaction. Nobody is signed in by it. */
export async function resetPassword(
  context: PortalContext,
  accountId: string,
  token: string,
  newPassword: string,
): Promise<Result<void, LinkProblem>> {
  // hashing takes long on purpose: not while the account is locked
  const passwordHash = await hashPassword(context, newPassword);
  return context.database.transaction().execute(async (transaction) => {
    const account = await transaction
      .selectFrom('account')
      .selectAll()
      .where('id', '=', accountId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const consumed = await consumeLinkToken(transaction, context.chance, 'reset-password', token);
    if (!consumed.ok) return consumed;
    await putPassword(transaction, context, account, { passwordHash, action: 'reset-password', keptSessionId: null });
    return ok(undefined);
  });
}
