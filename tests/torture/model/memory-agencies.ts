import type { BillingAgency } from '../../../src-shared/domain/billing-agency.ts';
import { billingAgencyTransitions, isLegal } from '../../../src-shared/domain/statuses.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { append } from './memory-practice.ts';
import {
  alreadyAdded,
  current,
  firstProblem,
  holds,
  illegal,
  permitted,
  type Carry,
  type Case,
  type MemoryEffect,
} from './memory-rules.ts';

type Told = Pick<BillingAgency, 'id' | 'agencyId' | 'name' | 'city' | 'state' | 'status' | 'reason'>;

function put({ practice, actor, at }: Case, told: Told): Result<MemoryEffect> {
  const version = (practice.places.get(told.id)?.version ?? 0) + 1;
  const entity: BillingAgency = {
    ...told,
    organizationId: practice.organization.id,
    version,
    activeSince: told.status === 'active' ? at : null,
    changedBy: actor.name,
    changedAt: at,
  };
  practice.places.set(told.id, entity);
  return ok({ version, position: append(practice, { op: 'put', record: { kind: 'billing-agency', entity } }) });
}

export const addAgency: Carry<'add-billing-agency'> = (decision, { subjectId, payload: { agencyId } }) => {
  const { practice, command } = decision;
  const may = permitted(decision, 'manage-billing-agencies')();
  if (!may.ok) return may;
  const listed = practice.directory.find(({ id }) => id === agencyId);
  if (listed === undefined) return fail({ code: 'not_found' });
  const before = practice.places.get(subjectId);
  if (before === undefined) {
    if (command.baseVersion !== 0) return fail({ code: 'not_found' });
    const elsewhere = [...practice.places.values()].find((place) => place.agencyId === agencyId);
    if (elsewhere !== undefined) return alreadyAdded(elsewhere);
  } else {
    const problem = firstProblem(
      holds(before.agencyId === agencyId, () => fail(invalidInput([{ path: 'subjectId', code: 'duplicate' }]))),
      current(decision, before),
      holds(before.status === 'denied', () => illegal(before)),
    );
    if (!problem.ok) return problem;
  }
  const { name, city, state, isRegistered } = listed;
  return put(decision, {
    id: subjectId,
    agencyId,
    name,
    city,
    state,
    status: isRegistered ? 'active' : 'pending',
    reason: null,
  });
};

export const denyAgency: Carry<'deny-billing-agency'> = (decision, { subjectId, payload: { reason } }) => {
  const may = permitted(decision, 'manage-billing-agencies')();
  if (!may.ok) return may;
  const before = decision.practice.places.get(subjectId);
  if (before === undefined) return fail({ code: 'not_found' });
  const problem = firstProblem(
    current(decision, before),
    holds(isLegal(billingAgencyTransitions, before.status, 'denied'), () => illegal(before)),
  );
  return problem.ok ? put(decision, { ...before, status: 'denied', reason }) : problem;
};
