import type { AccountService } from '../accounts/account-service.ts';
import type { BillingAgencies } from '../accounts/billing-agencies.ts';
import type { Decisions } from '../accounts/decisions.ts';
import type { ValueCopier } from '../accounts/guided/copy-for-a-while.ts';
import type { GuidedAccounts } from '../accounts/guided/guided-accounts.ts';
import type { KeptLinks } from '../accounts/guided/kept-links.ts';
import type { KeptPeople } from '../accounts/guided/kept-people.ts';
import type { ManualSteps } from '../accounts/guided/manual-steps.ts';
import type { HealthPlanService } from '../accounts/health-plan-service.ts';
import type { SignInService } from '../accounts/sign-in-service.ts';
import type { DraftRepository, PeopleRepository } from '../cache/cache.ts';
import type { DismissedNotices } from '../orders/dismissed-notices.ts';
import type { OrderService } from '../orders/order-service.ts';
import type { PracticeService } from '../practice/practice-service.ts';

/** What the handlers work with once keychain and cache are open. */
export interface Desk {
  readonly accounts: AccountService;
  readonly signIns: SignInService;
  readonly healthPlans: HealthPlanService;
  readonly orders: OrderService;
  readonly notices: DismissedNotices;
  readonly decisions: Decisions;
  readonly billingAgencies: BillingAgencies;
  readonly people: PeopleRepository;
  readonly practice: PracticeService;
  readonly drafts: DraftRepository;
  /** Portals that have only a web site. */
  readonly guided: {
    readonly accounts: GuidedAccounts;
    readonly steps: ManualSteps;
    readonly people: KeptPeople;
    readonly links: KeptLinks;
    readonly copier: ValueCopier;
  };
}
