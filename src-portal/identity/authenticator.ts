import type { Account } from '../../src-shared/domain/account.ts';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import type { Caller } from '../handler.ts';
import { authenticatorChangedLetter } from '../mail/letters.ts';
import { queueEmail } from '../mail/queue-email.ts';
import { accountOf, type AccountRow } from './account-of.ts';
import { authenticatorStep, newAuthenticator } from './authenticator-code.ts';
import { forgiveFactorTries, takeFactorTry } from './try-factor.ts';

/** A new secret, which serves once it is confirmed; `authenticator_exists` while another one is set up. */
export function startAuthenticator(
  context: PortalContext,
  caller: Caller,
): Promise<Result<{ secret: string; uri: string }>> {
  return context.database.transaction().execute(async (transaction) => {
    const account = await lockAccount(transaction, caller);
    const portal = findPortal(caller.portalId);
    if (portal === undefined) return fail({ code: 'not_found' });
    if (account.authenticator_since !== null) return fail({ code: 'authenticator_exists' });
    const { secret, uri, sealed } = newAuthenticator(context, portal.name, account.email);
    await transaction
      .updateTable('account')
      .set({ authenticator_secret: sealed, authenticator_last_step: null })
      .where('id', '=', account.id)
      .execute();
    return ok({ secret, uri });
  });
}

/** Turns the authenticator on with a code from it. */
export function confirmAuthenticator(context: PortalContext, caller: Caller, code: string): Promise<Result<Account>> {
  return withCode(context, caller, code, async (transaction, account, step) => {
    if (account.authenticator_since !== null) return fail({ code: 'authenticator_exists' });
    return ok(
      await change(transaction, context, account, 'set-up', {
        authenticator_since: context.chance.now(),
        authenticator_last_step: step,
      }),
    );
  });
}

/** Turns the authenticator off with a code from it. */
export function removeAuthenticator(context: PortalContext, caller: Caller, code: string): Promise<Result<Account>> {
  return withCode(context, caller, code, async (transaction, account) =>
    account.authenticator_since === null
      ? fail({ code: 'not_found' })
      : ok(
          await change(transaction, context, account, 'removed', {
            authenticator_secret: null,
            authenticator_since: null,
            authenticator_last_step: null,
          }),
        ),
  );
}

type WithStep = (transaction: DatabaseTransaction, account: AccountRow, step: number) => Promise<Result<Account>>;

/** Wrong codes count here as they do at the sign-in; without a secret there is nothing to try: `not_found`. */
function withCode(context: PortalContext, caller: Caller, code: string, then: WithStep): Promise<Result<Account>> {
  return context.database.transaction().execute(async (transaction) => {
    const account = await lockAccount(transaction, caller);
    if (account.authenticator_secret === null) return fail({ code: 'not_found' });
    const taken = await takeFactorTry(transaction, context, account.id);
    if (!taken.ok) return taken;
    const step = authenticatorStep(context, account.authenticator_secret, code, account.authenticator_last_step);
    if (step === null) return fail({ code: 'wrong_passcode', triesLeft: taken.value.triesLeft });
    await forgiveFactorTries(transaction, account.id);
    return then(transaction, account, step);
  });
}

const lockAccount = (transaction: DatabaseTransaction, caller: Caller): Promise<AccountRow> =>
  transaction
    .selectFrom('account')
    .selectAll()
    .where('id', '=', caller.accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();

type AuthenticatorColumns = Partial<
  Pick<AccountRow, 'authenticator_secret' | 'authenticator_since' | 'authenticator_last_step'>
>;

/** Its owner is told by email, in case that somebody else did it. */
async function change(
  transaction: DatabaseTransaction,
  context: PortalContext,
  { id, portal_id: portalId }: AccountRow,
  what: 'set-up' | 'removed',
  columns: AuthenticatorColumns,
): Promise<Account> {
  const row = await transaction
    .updateTable('account')
    .set(columns)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const portal = findPortal(portalId);
  if (portal !== undefined) {
    const letter = authenticatorChangedLetter({ portal, firstName: row.first_name, change: what });
    await queueEmail(transaction, context, { to: row.email, letter });
  }
  return accountOf(row, context.chance);
}
