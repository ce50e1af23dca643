import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Decision } from '../commands/decision.ts';
import { expireInvitation } from './expire-invitations.ts';

/**
 * Whether an address can be invited: `already_a_user` while its owner uses the organization or waits to, and
 * `already_invited` while another invitation to it is open. One whose seven days are over is closed on the way.
 */
export async function checkInvitable(decision: Decision, email: string, invitationId: string): Promise<Result<null>> {
  const { transaction, context, organizationId, portal, at } = decision;
  const user = await transaction
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select('membership.id')
    .where('membership.organization_id', '=', organizationId)
    .where('membership.status', 'in', ['pending', 'active'])
    .where('account.portal_id', '=', portal.id)
    .where('account.email', '=', email)
    .executeTakeFirst();
  if (user !== undefined) return fail({ code: 'already_a_user' });
  const open = await transaction
    .selectFrom('invitation')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('email', '=', email)
    .where('status', 'in', ['sending', 'sent'])
    .where('id', '!=', invitationId)
    .executeTakeFirst();
  if (open === undefined) return ok(null);
  if (open.status === 'sending' || open.expires_at > at) return fail({ code: 'already_invited' });
  await expireInvitation(transaction, context, open);
  return ok(null);
}
