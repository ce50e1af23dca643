import { withDefault } from '../../../src-shared/domain/with-default.ts';
import type { Account } from '../../../src-shared/domain/account.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Connector } from '../connector.ts';
import { noOrders } from '../order-line.ts';
import type { GuidedHints } from './guided-hints.ts';
import type { KeptRecords } from './kept-records.ts';
import { withPreferences } from './linked-preferences.ts';
import { checkedAnswers, isSame, newOrganization, recordOf, type GuidedClock } from './new-organization.ts';

export interface GuidedConnectorSettings extends GuidedClock {
  readonly accountId: string;
  readonly portalId: string;
  /** The account as it is kept; null once it was removed. */
  readonly account: () => Account | null;
  readonly books: KeptRecords;
  readonly hints: GuidedHints;
  /** Records or deadlines of the account have changed. */
  readonly onChanged: (accountId: string) => void;
  /** Gives up whatever is under way. */
  readonly signal: AbortSignal;
}

/**
 * A connector to a portal that has only a web site: it answers out of what people keep by hand, without any network. A
 * command has an outcome once somebody has recorded one, `step_open` until then; what belongs to a sign-in is `not_permitted`.
 */
export function createGuidedConnector(settings: GuidedConnectorSettings): Connector {
  const { accountId, books, hints, signal } = settings;
  const answered = <Value>(result: Result<Value>): Promise<Result<Value>> => Promise.resolve(result);
  const refused = (code: DeskError['code']) => answered(fail({ code }));
  const linkedAccounts = () => withDefault(books.linkedAccounts(accountId));
  const linkedAccount = (id: string) => linkedAccounts().find((linked) => linked.id === id);

  return {
    account() {
      const account = settings.account();
      return account === null ? refused('not_found') : answered(ok(account));
    },

    linkedAccounts: () => answered(ok(linkedAccounts())),

    linkAccount(id, answers) {
      const known = linkedAccount(id);
      if (known !== undefined) return answered(ok(known));
      const account = settings.account();
      const portal = findPortal(settings.portalId);
      if (account === null || portal === undefined) return refused('not_found');
      const checked = checkedAnswers(portal, 'link-account', answers, settings.now());
      if (!checked.ok) return answered(checked);
      const task = { portal, task: 'link-account', account, linkedId: id, answers: checked.value } as const;
      const { linked, people, deadlines } = newOrganization(task, settings);
      if (linkedAccounts().some((other) => isSame(other, linked))) return refused('already_linked');
      const { id: organizationId, name } = linked.organization;
      const record = recordOf(
        { account, organizationId, what: 'link-account', subject: name, answers: checked.value },
        settings,
      );
      books.addOrganization(accountId, linked, people, { record, deadlines });
      settings.onChanged(accountId);
      return answered(ok(linkedAccount(id) ?? linked));
    },

    setLinkedAccountPreferences(id, preferences) {
      if (linkedAccount(id) === undefined) return refused('not_found');
      books.changeLinked(accountId, withPreferences(books.linkedAccounts(accountId), id, preferences), null);
      return answered(ok(linkedAccounts()));
    },

    findBillingAgencies: () => refused('not_permitted'),

    snapshot(organizationId, after, limit) {
      const page = books.snapshot(organizationId, after, limit);
      return page === null ? refused('not_found') : answered(ok(page));
    },

    changes(organizationId, after, limit) {
      const page = books.changes(organizationId, after, limit);
      if (page === null) return refused('not_found');
      return page === 'truncated' ? refused('feed_truncated') : answered(ok(page));
    },

    submit({ id, organizationId }) {
      if (books.accountOf(organizationId) !== accountId) return refused('not_permitted');
      const outcome = books.outcome(id);
      return outcome === null ? refused('step_open') : answered(ok(outcome));
    },

    listen(onHint, stop, onOpen) {
      const ends = AbortSignal.any([signal, stop]);
      if (ends.aborted) return answered(ok(undefined));
      const unsubscribe = hints.subscribe(accountId, onHint);
      onOpen?.();
      return new Promise((resolve) => {
        const end = (): void => {
          unsubscribe();
          resolve(ok(undefined));
        };
        ends.addEventListener('abort', end, { once: true });
      });
    },

    // people look these up at the web site, and record what came of it
    orders: noOrders,
    findOrganization: () => refused('not_permitted'),
    enterPin: () => refused('not_permitted'),
    requestPin: () => refused('not_permitted'),
    accountHealthPlans: () => refused('not_permitted'),
    offeredHealthPlans: () => refused('not_permitted'),
    addHealthPlan: () => refused('not_permitted'),
    acceptDisclaimer: () => refused('not_permitted'),
    changePassword: () => refused('not_permitted'),
    startAuthenticator: () => refused('not_permitted'),
    confirmAuthenticator: () => refused('not_permitted'),
    removeAuthenticator: () => refused('not_permitted'),
    signOut: () => answered(ok(undefined)),
  };
}
