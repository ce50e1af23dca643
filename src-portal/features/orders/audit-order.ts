import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Caller } from '../../handler.ts';
import { writeAudit } from '../audit/write-audit.ts';

type OrderAction = 'view-order' | 'read-letter' | 'put-additional-information' | 'upload-document';

/** What somebody looked at is recorded, as what they did. `after` names things by id, never by what stands in them. */
export const auditOrder = (
  transaction: DatabaseTransaction,
  context: PortalContext,
  { accountId, name }: Caller,
  action: OrderAction,
  orderId: string,
  after: object | null = null,
): Promise<void> =>
  writeAudit(transaction, context, {
    organizationId: null,
    accountId,
    actor: name,
    commandId: null,
    action,
    subjectKind: 'order',
    subjectId: orderId,
    before: null,
    after,
  });
