import { billingAgencyTransitions, isLegal } from '../../../src-shared/domain/statuses.ts';
import { fail, ok } from '../../../src-shared/result.ts';
import { checkPermission, checkVersion, illegalTransition, leaveTrace, type CarryOut } from '../commands/decision.ts';
import { putBillingAgency } from './put-billing-agency.ts';
import { findBillingAgency } from './read-billing-agency.ts';

/** Deny access (D10): the agency keeps its place in the list, and can be added again. */
export const denyBillingAgency: CarryOut<'deny-billing-agency'> = async (decision, intent) => {
  const permitted = checkPermission(decision, 'manage-billing-agencies');
  if (!permitted.ok) return permitted;
  const { transaction, organizationId, actor, at } = decision;
  const before = await findBillingAgency(transaction, intent.subjectId);
  if (before === null || before.organizationId !== organizationId) return fail({ code: 'not_found' });
  const current = checkVersion(decision, before);
  if (!current.ok) return current;
  if (!isLegal(billingAgencyTransitions, before.status, 'denied')) return illegalTransition(before);
  const { reason } = intent.payload;
  const agency = await putBillingAgency(transaction, before, { status: 'denied', reason, changedBy: actor.name, at });
  return ok(await leaveTrace(decision, { before, subject: { kind: 'billing-agency', entity: agency }, reason }));
};
