import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { accessRequestedLetter } from '../../mail/letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';
import { readAccessRequest } from '../access-requests/read-access-request.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { appendChange } from '../changes/append-change.ts';
import type { Newcomer } from './newcomer.ts';
import { requestDeciders } from './request-deciders.ts';

/** Puts the pending user's request before those who may decide it (C6): in the feed, and by email to each. */
export async function askForAccess(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: PortalDefinition,
  newcomer: Newcomer,
  organizationName: string,
  user: User,
): Promise<void> {
  const { organizationId } = newcomer;
  const id = context.chance.newId();
  const at = context.chance.now();
  await transaction
    .insertInto('access_request')
    .values({
      id,
      organization_id: organizationId,
      membership_id: user.id,
      status: 'pending',
      reason: null,
      matched_on: [...newcomer.matchedOn],
      requested_at: at,
      changed_at: at,
      changed_by: null,
    })
    .execute();
  const request = await readAccessRequest(transaction, id);
  await appendChange(transaction, context, organizationId, { kind: 'access-request', entity: request });
  await writeAudit(transaction, context, {
    organizationId,
    accountId: newcomer.accountId,
    actor: newcomer.name,
    commandId: null,
    action: 'request-access',
    subjectKind: 'access-request',
    subjectId: id,
    before: null,
    after: request,
  });
  for (const { email, firstName } of await requestDeciders(transaction, portal, organizationId)) {
    await queueEmail(transaction, context, {
      to: email,
      letter: accessRequestedLetter({
        portal,
        firstName,
        requesterName: newcomer.name,
        requesterEmail: request.email,
        organizationName,
      }),
    });
  }
}
