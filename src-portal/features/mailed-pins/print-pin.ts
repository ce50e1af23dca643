import { formatPin } from '../../../src-shared/domain/mailed-pin.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { lockOrganization } from '../users/active-member.ts';
import { hashPin, newPin } from './pin.ts';
import type { PinLetter } from './pin-letter.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * Makes a new PIN for a linked account that waits for one, and answers the letter that tells it; the PIN before, if there
 * was one, no longer serves. It is stored as a hash alone, so a letter is printed once: printing again makes another PIN.
 * `not_found` where no linked account of this portal waits under this id.
 */
export async function printPin(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: PortalDefinition,
  linkedAccountId: string,
  actor: string,
): Promise<Result<PinLetter>> {
  const waiting = await transaction
    .selectFrom('mailed_pin')
    .innerJoin('membership', 'membership.id', 'mailed_pin.membership_id')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['organization.id', 'organization.name', 'organization.provider_id'])
    .select(['organization.street', 'organization.city', 'organization.state'])
    .select(['account.first_name', 'account.last_name', 'membership.account_id'])
    .where('mailed_pin.membership_id', '=', linkedAccountId)
    .where('organization.portal_id', '=', portal.id)
    .executeTakeFirst();
  if (waiting === undefined || portal.proofs === undefined) return fail({ code: 'not_found' });
  await lockOrganization(transaction, portal.id, waiting.id);
  const pin = newPin(context.chance);
  const now = context.chance.now();
  const expiresAt = new Date(now.getTime() + portal.proofs.mailedPin.expiresAfterDays * dayMs);
  const { numUpdatedRows } = await transaction
    .updateTable('mailed_pin')
    .set({
      mailed_at: now,
      pin_hash: hashPin(context, linkedAccountId, pin),
      expires_at: expiresAt,
      wrong_tries: 0,
    })
    .where('membership_id', '=', linkedAccountId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return fail({ code: 'not_found' });
  await writeAudit(transaction, context, {
    organizationId: waiting.id,
    accountId: null,
    actor,
    commandId: null,
    action: 'print-pin-letter',
    subjectKind: 'linked-account',
    subjectId: linkedAccountId,
    before: null,
    after: { status: 'awaiting-pin', expiresAt: expiresAt.toISOString() },
  });
  await context.hints.publish(transaction, { accountIds: [waiting.account_id], hint: { about: 'linked-accounts' } });
  const zips = await transaction
    .selectFrom('organization_zip')
    .select(['zip', 'purpose'])
    .where('organization_id', '=', waiting.id)
    .orderBy('zip')
    .execute();
  const zip = zips.find(({ purpose }) => purpose === 'practice') ?? zips[0];
  return ok({
    portal,
    personName: `${waiting.first_name} ${waiting.last_name}`,
    organizationName: waiting.name,
    providerId: waiting.provider_id,
    address: [waiting.street ?? '', `${waiting.city}, ${waiting.state} ${zip?.zip ?? ''}`.trim()].filter(Boolean),
    pin: formatPin(pin),
    printedAt: now,
    expiresAt,
  });
}
