import type { AccessRequest } from '../../../src-shared/domain/access-request.ts';
import type { AccessRequestStatus } from '../../../src-shared/domain/statuses.ts';
import type { DatabaseTransaction } from '../../context.ts';
import { readAccessRequest } from './read-access-request.ts';

/** Settles the request, raises its version by one, and answers it as it is now. */
export async function changeAccessRequest(
  transaction: DatabaseTransaction,
  requestId: string,
  settled: { status: AccessRequestStatus; reason: string | null; changedBy: string; at: Date },
): Promise<AccessRequest> {
  await transaction
    .updateTable('access_request')
    .set((request) => ({
      status: settled.status,
      reason: settled.reason,
      version: request('version', '+', 1),
      changed_at: settled.at,
      changed_by: settled.changedBy,
    }))
    .where('id', '=', requestId)
    .execute();
  return readAccessRequest(transaction, requestId);
}
