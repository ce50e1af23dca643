import type { DeskError } from '../../src-shared/errors.ts';
import type { ProcedureInput as Input, ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import type { DeskPlans } from '../../src-shared/ipc/health-plans.ts';
import type { AccountPlans } from '../../src-shared/portal-api/health-plans.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { Connector } from '../connectors/connector.ts';
import type { AccountDirectory } from './account-directory.ts';
import type { RunningAccounts } from './running-accounts.ts';

/** The health plans of accounts (A11). `not_found` for an account that is not here, `signed_out` where a session is needed. */
export interface HealthPlanService {
  /**
   * As the portal tells them now, else as it told them last. `disclaimer_missing` until somebody agreed after the sign-in,
   * with or without a line to the portal.
   */
  list(accountId: string): Promise<Result<DeskPlans>>;
  offered(accountId: string): Promise<Result<ProcedureOutput<'healthPlans.offered'>>>;
  add(input: Input<'healthPlans.add'>): Promise<Result<DeskPlans>>;
  acceptDisclaimer(accountId: string, revision: string): Promise<Result<void>>;
}

export interface HealthPlanSettings {
  readonly cache: Pick<Cache, 'healthPlans'>;
  readonly directory: AccountDirectory;
  readonly running: RunningAccounts;
  readonly now: () => Date;
}

/** What says nothing about the plans: those that are known stay. */
const saysNothing: ReadonlySet<DeskError['code']> = new Set<DeskError['code']>([
  'offline',
  'portal_error',
  'unexpected_answer',
  'rate_limited',
  'session_ended',
  'signed_out',
]);

export function createHealthPlanService({ cache, directory, running, now }: HealthPlanSettings): HealthPlanService {
  const { healthPlans } = cache;

  function online(accountId: string): Result<Connector> {
    const account = directory.find(accountId);
    if (account === null) return fail({ code: 'not_found' });
    const connector = running.find(accountId)?.connector;
    return connector === undefined || account.state === 'signed-out' ? fail({ code: 'signed_out' }) : ok(connector);
  }

  /** Takes over what the portal said about the plans, or that it says nothing before somebody agrees. */
  function keep(accountId: string, answer: Result<AccountPlans>): Result<DeskPlans> {
    if (!answer.ok) {
      if (answer.error.code === 'disclaimer_missing') healthPlans.hide(accountId);
      return answer;
    }
    const { plans } = answer.value;
    const kept = { plans, asOf: now().toISOString() };
    healthPlans.keep(accountId, kept);
    return ok(kept);
  }

  /** What was told last, in place of an error that says nothing about it. */
  function known(accountId: string, error: DeskError): Result<DeskPlans> {
    const list = saysNothing.has(error.code) ? healthPlans.find(accountId) : null;
    if (list === null) return fail(error);
    if (list.isAgreed) return ok({ plans: list.plans, asOf: list.asOf });
    return fail(error.code === 'signed_out' ? error : { code: 'disclaimer_missing' });
  }

  return {
    async list(accountId) {
      const connector = online(accountId);
      if (!connector.ok) return known(accountId, connector.error);
      const answer = keep(accountId, await connector.value.accountHealthPlans());
      return answer.ok ? answer : known(accountId, answer.error);
    },

    async offered(accountId) {
      const connector = online(accountId);
      if (!connector.ok) return connector;
      const plans = await connector.value.offeredHealthPlans();
      return plans.ok ? ok({ plans: plans.value }) : plans;
    },

    async add({ accountId, ...addition }) {
      const connector = online(accountId);
      return connector.ok ? keep(accountId, await connector.value.addHealthPlan(addition)) : connector;
    },

    async acceptDisclaimer(accountId, revision) {
      const connector = online(accountId);
      return connector.ok ? connector.value.acceptDisclaimer(revision) : connector;
    },
  };
}
