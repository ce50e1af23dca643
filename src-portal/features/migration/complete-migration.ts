import { maskEmail } from '../../../src-shared/domain/email.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok } from '../../../src-shared/result.ts';
import { otherOwnerOf } from '../../identity/address-owner.ts';
import type { CompleteMigration } from '../../identity/complete-sign-in.ts';
import { lockAddress } from '../../identity/lock-address.ts';
import { migratedLetter } from '../../mail/migration-letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { forgetOldPassword } from '../passwords/put-password.ts';

/**
 * The right passcode has come from the new address (E2): the account has that address, which is its username from now on,
 * and the new password; its other sessions and begun sign-ins end, and the old address is told. Somebody may have got
 * the new address meanwhile: `sign_in_expired`. A registration with it that nobody has confirmed gives way.
 */
export const completeMigration: CompleteMigration = async (transaction, context, { signIn, account }) => {
  const { migration_email: email, migration_password_hash: passwordHash } = signIn;
  const portal = findPortal(account.portal_id);
  if (email === null || passwordHash === null || portal === undefined) return fail({ code: 'sign_in_expired' });
  if (email !== account.email) {
    await lockAddress(transaction, portal.id, email);
    if ((await otherOwnerOf(transaction, account, email)) !== undefined) return fail({ code: 'sign_in_expired' });
    await transaction
      .deleteFrom('account')
      .where('portal_id', '=', portal.id)
      .where('email', '=', email)
      .where('id', '!=', account.id)
      .execute();
  }
  await forgetOldPassword(transaction, context, account, null);
  const now = context.chance.now();
  const moved = await transaction
    .updateTable('account')
    .set({ email, username: null, password_hash: passwordHash, email_verified_at: now, mfa_since: now })
    .where('id', '=', account.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const letter = migratedLetter({ portal, firstName: account.first_name, newEmailHint: maskEmail(email) });
  await queueEmail(transaction, context, { to: account.email, letter });
  await writeAudit(transaction, context, {
    organizationId: null,
    accountId: account.id,
    actor: `${account.first_name} ${account.last_name}`,
    commandId: null,
    action: 'complete-migration',
    subjectKind: 'account',
    subjectId: account.id,
    before: { email: account.email, username: account.username },
    after: { email, username: null },
  });
  return ok(moved);
};
