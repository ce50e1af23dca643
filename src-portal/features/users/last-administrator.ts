import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Decision } from '../commands/decision.ts';
import type { SubjectUser } from './subject-user.ts';

/**
 * Refuses to take the administrator's seat from the only one who holds it, whoever asks: an organization without an
 * administrator could never get one again. [ours]
 */
export async function checkAnotherAdministrator(decision: Decision, { user }: SubjectUser): Promise<Result<null>> {
  if (user.role !== 'administrator' || user.status !== 'active') return ok(null);
  const other = await decision.transaction
    .selectFrom('membership')
    .select('id')
    .where('organization_id', '=', decision.organizationId)
    .where('role', '=', 'administrator')
    .where('status', '=', 'active')
    .where('id', '!=', user.id)
    .limit(1)
    .executeTakeFirst();
  return other === undefined ? fail({ code: 'last_administrator' }) : ok(null);
}
