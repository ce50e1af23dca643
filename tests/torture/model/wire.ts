import type { Connector } from '../../../src-main/connectors/connector.ts';
import { noOrders } from '../../../src-main/connectors/order-line.ts';
import type { LineSettings, PortalLine } from '../../../src-main/connectors/portal-line.ts';
import type { Account } from '../../../src-shared/domain/account.ts';
import type { Command } from '../../../src-shared/domain/command.ts';
import type { DeskError, ErrorCode } from '../../../src-shared/errors.ts';
import type { Hint } from '../../../src-shared/portal-api/changes.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { MemoryPortal } from './memory-portal.ts';

/** What the connection does to a request, by whether the portal gets it and what the desktop is told. */
export const faults = {
  refused: { arrives: false, told: 'offline' },
  lost: { arrives: true, told: 'offline' },
  'error before': { arrives: false, told: 'portal_error' },
  'error after': { arrives: true, told: 'portal_error' },
  garbled: { arrives: true, told: 'unexpected_answer' },
  busy: { arrives: false, told: 'command_in_flight' },
  limited: { arrives: false, told: 'rate_limited' },
} as const satisfies Record<string, { arrives: boolean; told: ErrorCode }>;
export type FaultName = keyof typeof faults | 'held';

/** Who sees decisions pass. */
export interface Witness {
  sent(command: Command): void;
  /** The desktop is told what came of it. */
  answered(command: Command, answer: Result<Outcome>): void;
}

interface WireSettings {
  readonly portal: MemoryPortal;
  readonly account: Account;
  readonly witness: Witness;
  /** Whether hints come; without them the desktop polls. */
  readonly hears: boolean;
  /** Records or changes in one answer. */
  readonly pageSize: number;
}

interface Listener {
  readonly onHint: (hint: Hint) => void;
  readonly end: (result: Result<void>) => void;
}

/** The connection between one desktop and the portal: it breaks on demand, and knows when nothing is under way. */
export class Wire {
  isOnline = true;
  readonly armed: { fault: FaultName; onlyDecisions: boolean }[] = [];
  /** Requests of processes that have ended, on their way to the portal all the same. */
  readonly stragglers: (() => void)[] = [];
  readonly #settings: WireSettings;
  #process = 0;
  #moves = 0;
  #listeners = new Set<Listener>();
  #held: ((way: 'through' | 'cut before' | 'cut after') => void)[] = [];
  readonly #underWay = new Set<() => void>();

  constructor(settings: WireSettings) {
    this.#settings = settings;
    settings.portal.hint = (accountIds, hint) => {
      if (this.isOnline && accountIds.includes(settings.account.id))
        for (const { onHint } of this.#listeners) onHint(hint);
    };
  }

  /** Another turn of the event loop; never comes for a process that has ended. */
  hop = async (): Promise<void> => {
    const mine = this.#process;
    this.#moves += 1;
    await new Promise((resolve) => setImmediate(resolve));
    if (mine !== this.#process) await new Promise(() => undefined);
  };

  /** Resolves when nothing moves any more but what is held or waits for time to pass. */
  settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20_000; turn += 1) {
      const before = this.#moves;
      await new Promise((resolve) => setImmediate(resolve));
      if (before === this.#moves) return;
    }
    throw new Error('The desktop does not come to rest');
  };

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    if (!isOnline) this.#endStreams();
  }

  get isHolding(): boolean {
    return this.#held.length > 0;
  }

  /** What is held goes on. */
  release(way: 'through' | 'cut before' | 'cut after'): void {
    const held = this.#held;
    this.#held = [];
    for (const go of held) go(way);
  }

  /** The process is gone: nobody hears an answer. What it had sent may still arrive. */
  endProcess(requestsGoOn: boolean): void {
    this.#process += 1;
    if (requestsGoOn && this.isOnline) this.stragglers.push(...this.#underWay);
    this.#underWay.clear();
    this.#held = [];
    this.#listeners = new Set();
  }

  deliverStragglers(): void {
    for (const arrive of this.stragglers.splice(0)) arrive();
  }

  openLine({ tokens, onEnded }: LineSettings): PortalLine {
    const closing = new AbortController();
    const { portal, account, pageSize } = this.#settings;
    const call = <Value>(work: () => Result<Value>, isDecision = false): Promise<Result<Value>> =>
      this.#call(work, isDecision, closing.signal, onEnded);
    const none = (): Promise<Result<never>> => Promise.resolve(fail({ code: 'not_found' }));
    const connector: Connector = {
      account: () => call(() => ok(account)),
      linkedAccounts: () => call(() => ok(portal.linkedAccounts(account.id))),
      snapshot: (id, after, limit) => call(() => portal.snapshot(account.id, id, after, Math.min(limit, pageSize))),
      changes: (id, after, limit) => call(() => portal.changes(account.id, id, after, Math.min(limit, pageSize))),
      submit: (command) => this.#submit(command, call),
      listen: (onHint, signal, onOpen) => this.#listen(onHint, AbortSignal.any([signal, closing.signal]), onOpen),
      signOut: () => tokens.delete(),
      linkAccount: none,
      findOrganization: none,
      enterPin: none,
      requestPin: none,
      accountHealthPlans: none,
      offeredHealthPlans: none,
      addHealthPlan: none,
      acceptDisclaimer: none,
      setLinkedAccountPreferences: none,
      findBillingAgencies: none,
      orders: noOrders,
      changePassword: none,
      startAuthenticator: none,
      confirmAuthenticator: none,
      removeAuthenticator: none,
    };
    return {
      connector,
      adopt: (session) => tokens.set(session.refreshToken),
      close() {
        closing.abort();
        return Promise.resolve();
      },
    };
  }

  async #submit(
    command: Command,
    call: (work: () => Result<Outcome>, isDecision: boolean) => Promise<Result<Outcome>>,
  ): Promise<Result<Outcome>> {
    const { portal, account, witness } = this.#settings;
    witness.sent(command);
    const answer = await call(() => portal.submit(account.id, command), true);
    witness.answered(command, answer);
    return answer;
  }

  async #call<Value>(
    work: () => Result<Value>,
    isDecision: boolean,
    closed: AbortSignal,
    onEnded: () => void,
  ): Promise<Result<Value>> {
    const { portal, account } = this.#settings;
    const arrive = (): Result<Value> => (portal.ended.has(account.id) ? fail({ code: 'session_ended' }) : work());
    const straggle = (): void => void arrive();
    this.#underWay.add(straggle);
    await this.hop();
    const fault = this.#faultFor(isDecision);
    const way = fault === 'held' ? await this.#hold() : fault;
    this.#underWay.delete(straggle);
    const cut: DeskError = { code: 'offline' };
    if (closed.aborted || !this.isOnline || way === 'cut before') return fail(cut);
    if (way === 'cut after') {
      arrive();
      return fail(cut);
    }
    if (way === null || way === 'through') {
      const answer = arrive();
      await this.hop();
      if (closed.aborted) return fail(cut);
      if (!answer.ok && answer.error.code === 'session_ended') onEnded();
      return answer;
    }
    const { arrives, told } = faults[way];
    if (arrives) arrive();
    await this.hop();
    return fail({ code: told, ...(told === 'rate_limited' && { retryAfterMs: 5000 }) });
  }

  #faultFor(isDecision: boolean): FaultName | null {
    const place = this.armed.findIndex(({ onlyDecisions }) => isDecision || !onlyDecisions);
    return this.isOnline && place >= 0 ? (this.armed.splice(place, 1)[0]?.fault ?? null) : null;
  }

  async #hold(): Promise<'through' | 'cut before' | 'cut after'> {
    const way = await new Promise<'through' | 'cut before' | 'cut after'>((resolve) => this.#held.push(resolve));
    await this.hop();
    return way;
  }

  #endStreams(): void {
    for (const { end } of this.#listeners) end(fail({ code: 'offline' }));
  }

  async #listen(onHint: (hint: Hint) => void, signal: AbortSignal, onOpen?: () => void): Promise<Result<void>> {
    const { hears, portal, account } = this.#settings;
    await this.hop();
    if (!hears || !this.isOnline || portal.ended.has(account.id)) return fail({ code: 'offline' });
    if (signal.aborted) return ok(undefined);
    return new Promise((resolve) => {
      const listener: Listener = {
        onHint,
        end: (result) => {
          this.#moves += 1;
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
