import type { Selectable } from 'kysely';
import { assertNever, fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Database, PortalContext } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import { readLinkToken } from '../../identity/link-token.ts';

/** Why a link leads nowhere. `unknown`: never issued, or replaced by a newer one; `failed`: noted as not delivered. */
export type ClosedInvitation = 'unknown' | 'accepted' | 'expired' | 'cancelled' | 'failed';

export interface OpenInvitation {
  readonly invitation: Selectable<Schema['invitation']>;
  readonly organizationName: string;
  /** Whether the address has an account whose owner has shown that it is theirs. Anybody could have made another. */
  readonly hasAccount: boolean;
}

/** What the token in the link of an invitation's email opens. Looking changes nothing: mail scanners look too. */
export async function findOpenInvitation(
  context: PortalContext,
  database: Database,
  portalId: string,
  token: string,
): Promise<Result<OpenInvitation, ClosedInvitation>> {
  const link = await readLinkToken(database, context.chance, 'accept-invitation', token);
  if (!link.ok) return fail(link.error === 'used' ? 'accepted' : link.error);
  const row = await database
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organization_id')
    .selectAll('invitation')
    .select('organization.name as organization_name')
    .where('invitation.id', '=', link.value.invitationId)
    .where('organization.portal_id', '=', portalId)
    .executeTakeFirst();
  if (row === undefined) return fail('unknown');
  const { organization_name: organizationName, ...invitation } = row;
  const closed = closedBecause(invitation, context.chance.now());
  if (closed !== null) return fail(closed);
  const account = await database
    .selectFrom('account')
    .select('id')
    .where('portal_id', '=', portalId)
    .where('email', '=', invitation.email)
    .where('email_verified_at', 'is not', null)
    .executeTakeFirst();
  return ok({ invitation, organizationName, hasAccount: account !== undefined });
}

/** `sending` is open too: a quick reader can be there before the mail server's answer. */
function closedBecause(invitation: Selectable<Schema['invitation']>, now: Date): ClosedInvitation | null {
  switch (invitation.status) {
    case 'accepted':
    case 'expired':
    case 'cancelled':
    case 'failed':
      return invitation.status;
    case 'sending':
    case 'sent':
      return invitation.expires_at <= now ? 'expired' : null;
    default:
      return assertNever(invitation.status);
  }
}
