import type { Account } from '../../src-shared/domain/account.ts';
import type { ListedAgency } from '../../src-shared/domain/billing-agency.ts';
import type { Command } from '../../src-shared/domain/command.ts';
import type { HealthPlan } from '../../src-shared/domain/health-plan.ts';
import type { LinkedAccount, LinkedAccountPreferences } from '../../src-shared/domain/organization.ts';
import type { Change, FeedRecord, Hint } from '../../src-shared/portal-api/changes.ts';
import type { Outcome } from '../../src-shared/portal-api/commands.ts';
import type { Eligibility } from '../../src-shared/portal-api/registration.ts';
import type { AccountPlans, PlanAddition } from '../../src-shared/portal-api/health-plans.ts';
import type { Answers } from '../../src-shared/portals/answers.ts';
import type { Result } from '../../src-shared/result.ts';
import type { OrderLine } from './order-line.ts';

/** One signed-in account's line to its portal. Every failure is a value; `offline` and `portal_error` may be retried. */
export interface Connector {
  account(): Promise<Result<Account>>;
  linkedAccounts(): Promise<Result<LinkedAccount[]>>;
  linkAccount(id: string, answers: Answers): Promise<Result<LinkedAccount>>;
  /** Whom the answers match, and how an association is possible there (D5). */
  findOrganization(answers: Answers): Promise<Result<Eligibility>>;
  /** D8. `wrong_pin`, `pin_expired` */
  enterPin(linkedAccountId: string, pin: string): Promise<Result<LinkedAccount>>;
  requestPin(linkedAccountId: string): Promise<Result<LinkedAccount>>;
  /** A11: `disclaimer_missing` until the session has agreed; so do the next two. */
  accountHealthPlans(): Promise<Result<AccountPlans>>;
  offeredHealthPlans(): Promise<Result<HealthPlan[]>>;
  addHealthPlan(addition: PlanAddition): Promise<Result<AccountPlans>>;
  acceptDisclaimer(revision: string): Promise<Result<void>>;
  /** The account's own nickname and default (D9). Answers all linked accounts as they are then. */
  setLinkedAccountPreferences(id: string, preferences: LinkedAccountPreferences): Promise<Result<LinkedAccount[]>>;
  /** The portal's directory of billing agencies (D10); two characters at least. */
  findBillingAgencies(search: string): Promise<Result<ListedAgency[]>>;
  /** `not_found` at portals that have no orders. */
  readonly orders: OrderLine;
  snapshot(
    organizationId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<{ records: FeedRecord[]; next: string | null; position: number; total: number }>>;
  changes(organizationId: string, after: number, limit: number): Promise<Result<{ changes: Change[]; more: boolean }>>;
  submit(command: Command): Promise<Result<Outcome>>;
  /**
   * Calls back once when the portal has begun to tell hints, and for each hint until the signal aborts or the stream
   * breaks; then it resolves.
   */
  listen(onHint: (hint: Hint) => void, signal: AbortSignal, onOpen?: () => void): Promise<Result<void>>;
  /** This session stays, the account's others end. */
  changePassword(currentPassword: string, newPassword: string): Promise<Result<void>>;
  startAuthenticator(): Promise<Result<{ secret: string; uri: string }>>;
  confirmAuthenticator(code: string): Promise<Result<Account>>;
  removeAuthenticator(code: string): Promise<Result<Account>>;
  signOut(): Promise<Result<void>>;
}
