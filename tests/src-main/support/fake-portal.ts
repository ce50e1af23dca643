import type { Account } from '../../../src-shared/domain/account.ts';
import type { ListedAgency } from '../../../src-shared/domain/billing-agency.ts';
import type { Command } from '../../../src-shared/domain/command.ts';
import type { AccountPlan, HealthPlan } from '../../../src-shared/domain/health-plan.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import type { Change, FeedRecord, Hint } from '../../../src-shared/portal-api/changes.ts';
import type { AccountPlans } from '../../../src-shared/portal-api/health-plans.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { noOrders, type OrderLine } from '../../../src-main/connectors/order-line.ts';
import type { Connector } from '../../../src-main/connectors/connector.ts';
import { account, linkedAccount, moment, organization } from './fixtures.ts';

type CallName = Exclude<keyof Connector, 'listen' | 'orders'>;

/** A portal in memory behind the connector's interface. Organizations have a gapless feed; commands take effect once. */
export class FakePortal {
  account: Account = account();
  linkedAccounts: LinkedAccount[] = [linkedAccount()];
  /** What the account has and may add, once the session has agreed to the disclaimer. */
  plans: AccountPlan[] = [];
  offered: HealthPlan[] = [{ id: 'alder', name: 'Alder Health' }];
  isAgreed = true;
  /** The mailed PIN that is right. */
  pin = 'ACDEFGHJ';
  /** The directory of billing agencies. */
  agencies: ListedAgency[] = [];
  orders: OrderLine = noOrders;
  /** What was called, in order: the name, and the organization or command if there is one. */
  readonly calls: string[] = [];
  /** Every command that took effect, in order. */
  readonly effects: string[] = [];
  /** Decides the answer of a call instead of the portal, for as long as it gives one. */
  fault: (name: CallName, about: string) => DeskError | 'lost-answer' | null = () => null;
  /** What the portal answers a command with that it has not seen. */
  decide: (command: Command) => DeskError | null = () => null;
  /** Holds calls back until it resolves. */
  gate: Promise<void> = Promise.resolve();
  readonly #feeds = new Map<string, { records: Map<string, FeedRecord>; changes: Change[]; floor: number }>();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #listeners = new Set<{ onHint: (hint: Hint) => void; end: (result: Result<void>) => void }>();

  put(organizationId: string, ...records: FeedRecord[]): void {
    for (const record of records) this.#append(organizationId, { op: 'put', record });
  }

  remove(organizationId: string, kind: FeedRecord['kind'], id: string): void {
    this.#append(organizationId, { op: 'delete', kind, id });
  }

  position(organizationId: string): number {
    return this.#feed(organizationId).changes.length;
  }

  /** Forgets the changes up to now: who stands before them has to load afresh. */
  truncate(organizationId: string): void {
    this.#feed(organizationId).floor = this.position(organizationId);
  }

  get isListenedTo(): boolean {
    return this.#listeners.size > 0;
  }

  hint(hint: Hint): void {
    for (const { onHint } of this.#listeners) onHint(hint);
  }

  hintAbout(organizationId: string): void {
    this.hint({ about: 'organization', organizationId, position: this.position(organizationId) });
  }

  breakStreams(): void {
    for (const { end } of this.#listeners) end(fail({ code: 'offline' }));
  }

  connector(): Connector {
    const call = async <Value>(name: CallName, about: string, work: () => Result<Value>): Promise<Result<Value>> => {
      this.calls.push(about === '' ? name : `${name} ${about}`);
      await this.gate;
      const fault = this.fault(name, about);
      if (fault === null) return work();
      if (fault !== 'lost-answer') return fail(fault);
      work();
      return fail({ code: 'offline' });
    };
    return {
      account: () => call('account', '', () => ok(this.account)),
      linkedAccounts: () => call('linkedAccounts', '', () => ok(this.linkedAccounts)),
      linkAccount: (_id, answers) =>
        call('linkAccount', '', () => {
          const linked = linkedAccount(Number(answers['providerId']));
          this.linkedAccounts = [...this.linkedAccounts, linked];
          return ok(linked);
        }),
      findOrganization: () =>
        call('findOrganization', '', () =>
          ok({
            organizationName: 'Practice 9',
            providerId: 'P9',
            hasAdministrator: true,
            routes: ['administrator'],
            administrators: ['Ada Admin'],
          }),
        ),
      enterPin: (id, pin) =>
        call('enterPin', id, () => {
          const awaited = this.linkedAccounts.find((linked) => linked.id === id);
          if (awaited === undefined) return fail({ code: 'not_found' });
          const right = pin === this.pin;
          const { pin: before, ...rest } = awaited;
          const triesLeft = Math.max(0, (before?.triesLeft ?? 5) - 1);
          const changed: LinkedAccount = right
            ? { ...rest, status: 'active', role: 'administrator' }
            : { ...awaited, ...(before === undefined ? {} : { pin: { ...before, triesLeft } }) };
          this.linkedAccounts = this.linkedAccounts.map((linked) => (linked.id === id ? changed : linked));
          return right ? ok(changed) : fail({ code: 'wrong_pin', triesLeft });
        }),
      requestPin: (id) =>
        call('requestPin', id, () => {
          const awaited = this.linkedAccounts.find((linked) => linked.id === id);
          return awaited === undefined ? fail({ code: 'not_found' }) : ok(awaited);
        }),
      setLinkedAccountPreferences: (id, preferences) =>
        call('setLinkedAccountPreferences', id, () => {
          this.linkedAccounts = this.linkedAccounts.map((linked) =>
            linked.id === id ? { ...linked, ...preferences } : linked,
          );
          return ok(this.linkedAccounts);
        }),
      findBillingAgencies: (search) =>
        call('findBillingAgencies', '', () =>
          ok(this.agencies.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))),
        ),
      accountHealthPlans: () => call('accountHealthPlans', '', () => this.#accountPlans()),
      offeredHealthPlans: () =>
        call('offeredHealthPlans', '', () => (this.isAgreed ? ok(this.offered) : fail({ code: 'disclaimer_missing' }))),
      addHealthPlan: ({ id, planId, taxIds }) =>
        call('addHealthPlan', id, () => {
          const plan = this.offered.find((offered) => offered.id === planId);
          if (plan !== undefined) {
            this.offered = this.offered.filter((offered) => offered !== plan);
            this.plans = [
              ...this.plans,
              {
                ...plan,
                taxIdsLastFour: taxIds.map((taxId) => taxId.slice(-4)),
                unverifiedLastFour: [],
                addedAt: moment,
              },
            ];
          }
          return this.#accountPlans();
        }),
      acceptDisclaimer: (revision) =>
        call('acceptDisclaimer', revision, () => {
          this.isAgreed = true;
          return ok(undefined);
        }),
      orders: this.orders,
      snapshot: (organizationId, after, limit) =>
        call('snapshot', organizationId, () => ok(this.#snapshot(organizationId, after, limit))),
      changes: (organizationId, after, limit) =>
        call('changes', organizationId, () => this.#changes(organizationId, after, limit)),
      submit: (command) => call('submit', command.id, () => ok(this.#submit(command))),
      listen: (onHint, signal, onOpen) => this.#listen(onHint, signal, onOpen),
      changePassword: () => call('changePassword', '', () => ok(undefined)),
      startAuthenticator: () =>
        call('startAuthenticator', '', () => ok({ secret: 'JBSWY3DP', uri: 'otpauth://totp/x' })),
      confirmAuthenticator: () => call('confirmAuthenticator', '', () => ok(this.account)),
      removeAuthenticator: () => call('removeAuthenticator', '', () => ok(this.account)),
      signOut: () => call('signOut', '', () => ok(undefined)),
    };
  }

  #accountPlans(): Result<AccountPlans> {
    if (!this.isAgreed) return fail({ code: 'disclaimer_missing' });
    return ok({ plans: this.plans, disclaimer: { revision: '2026-01', agreedAt: moment } });
  }

  #feed(organizationId: string) {
    const known = this.#feeds.get(organizationId);
    if (known !== undefined) return known;
    const feed = { records: new Map<string, FeedRecord>(), changes: [], floor: 0 };
    this.#feeds.set(organizationId, feed);
    return feed;
  }

  #append(organizationId: string, change: Change['change']): void {
    const { records, changes } = this.#feed(organizationId);
    if (change.op === 'put') records.set(keyOf(change.record), change.record);
    else records.delete(`${change.kind} ${change.id}`);
    changes.push({ position: changes.length + 1, change });
  }

  #snapshot(organizationId: string, after: string | null, limit: number) {
    const all = [...this.#feed(organizationId).records.values()].sort((one, other) =>
      keyOf(one) < keyOf(other) ? -1 : 1,
    );
    const rest = all.filter((record) => after === null || keyOf(record) > after);
    const records = rest.slice(0, limit);
    const last = records.at(-1);
    const next = rest.length > limit && last !== undefined ? keyOf(last) : null;
    return { records, next, position: this.position(organizationId), total: all.length };
  }

  #changes(organizationId: string, after: number, limit: number): Result<{ changes: Change[]; more: boolean }> {
    const { changes, floor } = this.#feed(organizationId);
    if (after < floor) return fail({ code: 'feed_truncated' });
    const page = changes.slice(after, after + limit);
    return ok({ changes: page, more: after + page.length < changes.length });
  }

  #submit(command: Command): Outcome {
    const known = this.#outcomes.get(command.id);
    if (known !== undefined) return known;
    const error = this.decide(command);
    if (error === null) {
      this.effects.push(command.id);
      this.put(command.organizationId, {
        kind: 'organization',
        entity: { ...organization(), id: command.organizationId, version: this.effects.length + 1 },
      });
    }
    const outcome: Outcome =
      error === null
        ? { status: 'applied', commandId: command.id, version: 2, position: this.position(command.organizationId) }
        : { status: 'refused', commandId: command.id, error };
    this.#outcomes.set(command.id, outcome);
    return outcome;
  }

  async #listen(onHint: (hint: Hint) => void, signal: AbortSignal, onOpen?: () => void): Promise<Result<void>> {
    await this.gate;
    const refusal = this.fault('account', 'listen');
    if (refusal !== null) return fail({ code: 'offline' });
    return new Promise((resolve) => {
      const listener = {
        onHint,
        end: (result: Result<void>): void => {
          this.#listeners.delete(listener);
          resolve(result);
        },
      };
      this.#listeners.add(listener);
      signal.addEventListener('abort', () => {
        listener.end(ok(undefined));
      });
      onOpen?.();
    });
  }
}

const keyOf = (record: FeedRecord): string => `${record.kind} ${record.entity.id}`;
