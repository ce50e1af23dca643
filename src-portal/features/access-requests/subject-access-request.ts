import type { AccessRequest } from '../../../src-shared/domain/access-request.ts';
import { accessRequestTransitions, isLegal, type AccessRequestStatus } from '../../../src-shared/domain/statuses.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { checkVersion, illegalTransition, type Decision } from '../commands/decision.ts';
import { selectAccessRequests, toAccessRequest } from './read-access-request.ts';

export interface SubjectAccessRequest {
  readonly request: AccessRequest;
  readonly accountId: string;
}

/**
 * The request that a command decides, once it is clear that it is the one that the actor saw and can still be decided
 * that way. `not_found` when the decision's organization has none of this id.
 */
export async function findSubjectAccessRequest(
  decision: Decision,
  requestId: string,
  to: AccessRequestStatus,
): Promise<Result<SubjectAccessRequest>> {
  const row = await selectAccessRequests(decision.transaction)
    .select('membership.account_id')
    .where('access_request.id', '=', requestId)
    .where('access_request.organization_id', '=', decision.organizationId)
    .executeTakeFirst();
  if (row === undefined) return fail({ code: 'not_found' });
  const request = toAccessRequest(row);
  const current = checkVersion(decision, request);
  if (!current.ok) return current;
  if (!isLegal(accessRequestTransitions, request.status, to)) return illegalTransition(request);
  return ok({ request, accountId: row.account_id });
}
