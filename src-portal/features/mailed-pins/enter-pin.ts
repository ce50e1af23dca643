import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { linkedAccountRoutes } from '../../../src-shared/portal-api/linked-accounts.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { sameHash } from '../../identity/passcode.ts';
import { associate } from '../linked-accounts/associate.ts';
import { readLinkedAccount } from '../linked-accounts/read-linked-accounts.ts';
import { lockMailedPin } from './lock-mailed-pin.ts';
import { hashPin } from './pin.ts';

/** What an administrator who decides about the newcomer is told of it. */
const proof = 'PIN by U.S. mail';

/**
 * Completes an association with the mailed PIN (D8): its owner becomes the administrator, or, where somebody else has
 * become one meanwhile, asks that person. A wrong one fails with `wrong_pin` and the tries that are left; after the last
 * one, or 60 days, with `pin_expired`: a new PIN has to be requested. No PIN is right before it has been printed, and
 * entering one then is no try.
 */
export async function enterPin(
  context: PortalContext,
  { params, body, caller }: Call<typeof linkedAccountRoutes.enterPin>,
): Promise<Result<LinkedAccount>> {
  const portal = findPortal(params.portalId);
  if (portal?.proofs === undefined || caller.portalId !== portal.id) return fail({ code: 'not_found' });
  const { tries } = portal.proofs.mailedPin;
  return context.database.transaction().execute(async (transaction) => {
    const found = await lockMailedPin(transaction, caller, params.linkedAccountId);
    if (!found.ok) return found;
    const { organizationId, pin } = found.value;
    const { membership_id: membershipId } = pin;
    if (pin.pin_hash === null || pin.expires_at === null) return fail({ code: 'wrong_pin', triesLeft: tries });
    if (pin.expires_at <= context.chance.now() || pin.wrong_tries >= tries) return fail({ code: 'pin_expired' });
    if (!sameHash(pin.pin_hash, hashPin(context, membershipId, body.pin))) {
      const wrongTries = pin.wrong_tries + 1;
      await transaction
        .updateTable('mailed_pin')
        .set({ wrong_tries: wrongTries })
        .where('membership_id', '=', membershipId)
        .execute();
      return fail({ code: 'wrong_pin', triesLeft: tries - wrongTries });
    }
    const { accountId, name } = caller;
    const matchedOn = [...pin.matched_on, proof];
    const associated = await associate(transaction, context, portal, { accountId, name, organizationId, matchedOn });
    if (!associated.ok) return associated;
    return ok(await readLinkedAccount(transaction, context, accountId, organizationId));
  });
}
