import type { AccountService } from '../accounts/account-service.ts';
import type { Decisions } from '../accounts/decisions.ts';
import type { SignInService } from '../accounts/sign-in-service.ts';
import type { PeopleRepository } from '../cache/cache.ts';
import type { PracticeService } from '../practice/practice-service.ts';

/** What the handlers work with once keychain and cache are open. */
export interface Desk {
  readonly accounts: AccountService;
  readonly signIns: SignInService;
  readonly decisions: Decisions;
  readonly people: PeopleRepository;
  readonly practice: PracticeService;
}
