import type { Account } from '../../../src-shared/domain/account.ts';
import { dayOf, type GuidedDeadline } from '../../../src-shared/domain/guided-deadline.ts';
import type { GuidedRecord } from '../../../src-shared/domain/guided-record.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import { invalidInput, type DeskError } from '../../../src-shared/errors.ts';
import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { validateAnswers, type Answers } from '../../../src-shared/portals/answers.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { deadlinesOfMailedPin } from '../../../src-shared/portals/guided-deadlines.ts';
import {
  guidedSteps,
  namedOrganization,
  recordFields,
  withoutSecretFields,
  type GuidedTask,
} from '../../../src-shared/portals/guided-steps.ts';
import { fail, type Result } from '../../../src-shared/result.ts';
import { inStatus, statusOfRoute } from './linked-status.ts';
import { momentOn } from './moment-on.ts';

export interface GuidedClock {
  readonly now: () => Date;
  readonly newId: () => string;
}

/**
 * The answers to a task's steps in their normal form, secret ones left out. Fails with `invalid_input`, also for a day that
 * has not come yet.
 */
export function checkedAnswers(
  portal: PortalDefinition,
  task: GuidedTask,
  answers: Answers,
  now: Date,
): Result<Answers> {
  const checked = validateAnswers(withoutSecretFields(guidedSteps(portal, task)), answers, portal.passwordPolicy);
  if (!checked.ok) return fail(invalidInput(checked.error));
  return text(checked.value, recordFields.doneOn) > dayOf(now) ? fail(inFuture(recordFields.doneOn)) : checked;
}

export const inFuture = (path: string): DeskError => invalidInput([{ path, code: 'in_future' }]);

const text = (answers: Answers, id: string): string => {
  const answer = answers[id];
  return typeof answer === 'string' ? answer : '';
};

export interface RecordTask {
  readonly account: Account;
  readonly organizationId: string | null;
  readonly what: GuidedRecord['what'];
  readonly subject: string;
  /** In their normal form. */
  readonly answers: Answers;
}

/** The record of what was done by a task's steps. */
export function recordOf({ account, answers, ...task }: RecordTask, { now, newId }: GuidedClock): GuidedRecord {
  return {
    ...task,
    id: newId(),
    accountId: account.id,
    outcome: 'done',
    doneOn: text(answers, recordFields.doneOn),
    recordedAt: now().toISOString(),
    recordedBy: `${account.firstName} ${account.lastName}`,
    reference: text(answers, recordFields.reference) || null,
    note: text(answers, recordFields.note) || null,
  };
}

export interface NewOrganization {
  readonly linked: LinkedAccount;
  readonly people: readonly FeedRecord[];
  readonly deadlines: readonly GuidedDeadline[];
}

export interface OrganizationTask {
  readonly portal: PortalDefinition;
  readonly task: GuidedTask;
  readonly account: Account;
  readonly linkedId: string;
  /** In their normal form. */
  readonly answers: Answers;
}

/**
 * The organization that the answers name. Once the association is active, the person who keeps it is its first user and
 * administrator.
 */
export function newOrganization(
  { portal, task, account, linkedId, answers }: OrganizationTask,
  { now, newId }: GuidedClock,
): NewOrganization {
  const doneOn = text(answers, recordFields.doneOn);
  const at = momentOn(doneOn, now());
  const organization = {
    id: newId(),
    version: 1,
    ...namedOrganization(portal, guidedSteps(portal, task), answers),
    city: '',
    state: '',
  };
  const permissions = [...portal.permissions];
  const status = statusOfRoute(portal, answers);
  const kept: LinkedAccount = {
    id: linkedId,
    version: 1,
    organization,
    role: 'administrator',
    permissions,
    status,
    statusReason: null,
    statusChangedAt: at,
    nickname: null,
    isDefault: false,
    administrators: [],
  };
  const linked = inStatus(kept, portal, { status, at, note: null });
  return {
    linked,
    people: status === 'active' ? [keeperAsUser(account, linked, newId())] : [],
    deadlines: status === 'awaiting-pin' ? deadlinesOfMailedPin(portal, linkedId, { doneOn, newId }) : [],
  };
}

/** The person whose account it is among the people of an organization, since the association became active. */
export function keeperAsUser(
  { email, firstName, lastName }: Account,
  { organization, permissions, statusChangedAt: at }: LinkedAccount,
  id: string,
): FeedRecord {
  const entity: User = {
    id,
    organizationId: organization.id,
    version: 1,
    email,
    firstName,
    lastName,
    role: 'administrator',
    permissions,
    status: 'active',
    createdAt: at,
    lastSignInAt: null,
    changedBy: null,
    changedAt: at,
  };
  return { kind: 'user', entity };
}

/** Whether two answers to the same question name the same organization. */
export const isSame = (one: LinkedAccount, other: LinkedAccount): boolean =>
  one.organization.providerId === other.organization.providerId &&
  one.organization.taxIdLastFour === other.organization.taxIdLastFour;
