import type { BillingAgency } from '../../../src-shared/domain/billing-agency.ts';
import { billingAgencyTransitions, isLegal } from '../../../src-shared/domain/statuses.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import {
  checkPermission,
  checkVersion,
  illegalTransition,
  leaveTrace,
  type CarryOut,
  type Decision,
  type IntentOf,
} from '../commands/decision.ts';
import { putBillingAgency } from './put-billing-agency.ts';
import { findBillingAgency, selectBillingAgencies, toBillingAgency } from './read-billing-agency.ts';

/**
 * Add billing agency (D10), for the first time or after its access was denied. An agency that has registered is active at
 * once, another one once it has. [ours]
 */
export const addBillingAgency: CarryOut<'add-billing-agency'> = async (decision, intent) => {
  if (decision.portal.billingAgencies === undefined) return fail({ code: 'not_found' });
  const permitted = checkPermission(decision, 'manage-billing-agencies');
  if (!permitted.ok) return permitted;
  const { transaction, organizationId, actor, at, portal } = decision;
  const { agencyId } = intent.payload;
  const listed = await transaction
    .selectFrom('billing_agency')
    .select('registered_at')
    .where('id', '=', agencyId)
    .where('portal_id', '=', portal.id)
    // one that registers at this moment waits, and then finds this place pending
    .forShare()
    .executeTakeFirst();
  if (listed === undefined) return fail({ code: 'not_found' });
  const status = listed.registered_at === null ? 'pending' : 'active';

  const subject = await findSubject(decision, intent);
  if (!subject.ok) return subject;
  const before = subject.value;
  if (before !== null && (before.status !== 'denied' || !isLegal(billingAgencyTransitions, before.status, status))) {
    return illegalTransition(before);
  }
  const place = { id: intent.subjectId, organizationId, agencyId };
  const agency = await putBillingAgency(transaction, place, { status, reason: null, changedBy: actor.name, at });
  return ok(await leaveTrace(decision, { before, subject: { kind: 'billing-agency', entity: agency } }));
};

/** The agency's place as the actor saw it; null where it has none. No agency has two places in an organization. */
async function findSubject(
  decision: Decision,
  { subjectId, payload: { agencyId } }: IntentOf<'add-billing-agency'>,
): Promise<Result<BillingAgency | null>> {
  const { transaction, organizationId, command } = decision;
  const known = await findBillingAgency(transaction, subjectId);
  if (known !== null) {
    if (known.organizationId !== organizationId || known.agencyId !== agencyId) {
      return fail(invalidInput([{ path: 'subjectId', code: 'duplicate' }]));
    }
    const current = checkVersion(decision, known);
    return current.ok ? ok(known) : current;
  }
  if (command.baseVersion !== 0) return fail({ code: 'not_found' });
  const other = await selectBillingAgencies(transaction)
    .where('organization_billing_agency.organization_id', '=', organizationId)
    .where('organization_billing_agency.agency_id', '=', agencyId)
    .executeTakeFirst();
  if (other === undefined) return ok(null);
  const { changedBy, changedAt, status } = toBillingAgency(other);
  return fail({ code: 'already_added', changedBy, changedAt, currentStatus: status });
}
