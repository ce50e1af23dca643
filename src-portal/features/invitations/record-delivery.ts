import type { Invitation } from '../../../src-shared/domain/invitation.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { appendChange } from '../changes/append-change.ts';
import { changeInvitation } from './change-invitation.ts';
import { lockInvitation } from './lock-invitation.ts';

/** What became of the email. `detail` is the mail server's own words. */
export type DeliveryOutcome =
  | { readonly status: 'sent' }
  | { readonly status: 'failed'; readonly failure: NonNullable<Invitation['failure']>; readonly detail: string };

const detailMaxLength = 500;

/** A mail server may answer anything, also bytes that the database refuses. */
const printable = (detail: string): string =>
  detail.replaceAll(/[\u0000-\u0020\u007f]+/gu, ' ').slice(0, detailMaxLength);

/**
 * Notes that an invitation's email was delivered or not. Does nothing for one that no longer waits for its delivery:
 * somebody cancelled it meanwhile, or the result came twice.
 */
export async function recordInvitationDelivery(
  transaction: DatabaseTransaction,
  context: PortalContext,
  invitationId: string,
  outcome: DeliveryOutcome,
): Promise<void> {
  const invitation = await lockInvitation(transaction, invitationId);
  if (invitation?.status !== 'sending') return;
  const changes =
    outcome.status === 'sent'
      ? { status: outcome.status, failure: null, failure_detail: null }
      : { status: outcome.status, failure: outcome.failure, failure_detail: printable(outcome.detail) };
  const entity = await changeInvitation(transaction, invitation, changes, null, context.chance.now());
  await appendChange(transaction, context, invitation.organization_id, { kind: 'invitation', entity });
}
