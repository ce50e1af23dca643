import type { StartedSignIn } from '../../src-shared/portal-api/identity.ts';
import type { Account } from '../../src-shared/domain/account.ts';
import type { BillingAgency, ListedAgency } from '../../src-shared/domain/billing-agency.ts';
import type { AccessRequest } from '../../src-shared/domain/access-request.ts';
import type { Invitation } from '../../src-shared/domain/invitation.ts';
import type { User } from '../../src-shared/domain/user.ts';
import type { RegisteredProvider } from '../../src-shared/domain/registered-provider.ts';
import { emptyPracticeProfile, type PracticeProfile } from '../../src-shared/domain/practice-profile.ts';
import type { DeskError } from '../../src-shared/errors.ts';
import type { DeskAccount } from '../../src-shared/ipc/accounts.ts';
import type { AppState } from '../../src-shared/ipc/app.ts';
import type { DeskBridge } from '../../src-shared/ipc/bridge.ts';
import { procedures } from '../../src-shared/ipc/contract.ts';
import type {
  EventName,
  EventPayload,
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
} from '../../src-shared/ipc/contract.ts';
import type { Draft } from '../../src-shared/ipc/drafts.ts';
import type { OutboxItem } from '../../src-shared/ipc/people.ts';
import type { SyncState } from '../../src-shared/ipc/sync.ts';
import type { WantedPreferences } from '../../src-shared/ipc/wanted-preferences.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import { agencyHandlers } from './fake-desk-agencies.ts';
import { accountHandlers } from './fake-desk-accounts.ts';
import { emptyBooks, guidedHandlers, type FakeBooks } from './fake-desk-guided.ts';
import { healthPlanHandlers, planWorld, type PlanWorld } from './fake-desk-health-plans.ts';
import { draftHandlers } from './fake-desk-drafts.ts';
import { peopleHandlers } from './fake-desk-people.ts';
import { practiceHandlers } from './fake-desk-practice.ts';
import { orderHandlers, orderWorld, type OrderWorld } from './fake-desk-orders.ts';
import { accessRequests, appState, deskAccount, invitations, syncState, users } from './fixtures.ts';

/** Everything that the fake main process knows; tests read and change it freely. */
export interface FakeWorld {
  app: AppState;
  accounts: DeskAccount[];
  activeAccountId: string | null;
  users: User[];
  invitations: Invitation[];
  accessRequests: AccessRequest[];
  outbox: OutboxItem[];
  /** Billing agencies of every organization, and what a search of the directory finds. */
  agencies: BillingAgency[];
  listedAgencies: ListedAgency[];
  sync: SyncState;
  practice: PracticeProfile;
  /** What the disk holds of unfinished wizards. */
  drafts: Map<string, Draft>;
  /** Plans of every account here that has any. */
  health: PlanWorld;
  orders: OrderWorld;
  /** Since when the NPI Registry may be asked, and what it then answers. */
  registryAllowedSince: string | null;
  registered: RegisteredProvider | null;
  asOf: string | null;
  guided: FakeBooks;
  /** What a right password leads to, where it is not a passcode of the account that signs in. */
  startsWith: StartedSignIn | null;
  /** The passcode and password that the fake portal accepts. */
  passcode: string;
  password: string;
  /** The mailed PIN that it accepts, and whether nobody is associated with the organization that it finds. */
  pin: string;
  isFirst: boolean;
  /** Whether the portal service answers. */
  isReachable: boolean;
  /** Wishes that the portal has not taken. */
  preferences: WantedPreferences[];
  /** Whom a completed sign-in brings. */
  signsIn: { account: Account; desk: DeskAccount };
}

export type Handlers = { [Name in ProcedureName]: (input: ProcedureInput<Name>) => Result<ProcedureOutput<Name>> };

export interface FakeDesk {
  readonly bridge: DeskBridge;
  readonly world: FakeWorld;
  readonly calls: readonly { readonly name: ProcedureName; readonly input: unknown }[];
  inputsOf<Name extends ProcedureName>(name: Name): ProcedureInput<Name>[];
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
  /** From now on the procedure answers with this failure; null lets it work again. */
  failWith(name: ProcedureName, error: DeskError | null): void;
  /** From now on the procedure answers with this value. */
  answerWith<Name extends ProcedureName>(name: Name, value: ProcedureOutput<Name>): void;
  /** Answers of the procedure wait until the returned function is called. */
  hold(name: ProcedureName): () => void;
}

export function createFakeDesk(over: Partial<FakeWorld> = {}): FakeDesk {
  const desk = deskAccount();
  const world: FakeWorld = {
    app: appState(),
    accounts: [desk],
    activeAccountId: desk.account.id,
    users: users(40),
    invitations: [...invitations],
    accessRequests: [...accessRequests],
    outbox: [],
    agencies: [],
    listedAgencies: [],
    sync: syncState(),
    practice: emptyPracticeProfile,
    orders: orderWorld(),
    drafts: new Map(),
    health: planWorld(),
    registryAllowedSince: null,
    registered: null,
    asOf: syncState().lastSyncedAt,
    guided: emptyBooks(),
    startsWith: null,
    passcode: '123456',
    password: 'correct horse battery',
    pin: 'ACDEFGHJ',
    isFirst: false,
    isReachable: true,
    preferences: [],
    signsIn: { account: desk.account, desk },
    ...over,
  };
  const calls: { name: ProcedureName; input: unknown }[] = [];
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const failures = new Map<ProcedureName, DeskError>();
  const fixedAnswers = new Map<ProcedureName, unknown>();
  const held = new Map<ProcedureName, Promise<void>>();

  const emit: FakeDesk['emit'] = (name, payload) => {
    for (const listener of listeners.get(name) ?? []) listener(payload);
  };

  const handlers: Handlers = {
    'app.state': () => ok(world.app),
    'app.setColorScheme': ({ colorScheme }) => {
      world.app = { ...world.app, colorScheme };
      emit('app.stateChanged', {});
      return ok({});
    },
    'app.reachPortal': () => ok({ isReachable: world.isReachable }),
    'app.openMailbox': () => ok({}),
    'app.openLink': () => ok({}),
    'sync.state': () => ok(world.sync),
    'sync.now': () => ok({}),
    ...accountHandlers(world, emit),
    ...healthPlanHandlers(world),
    ...orderHandlers(world, emit),
    ...agencyHandlers(world),
    ...peopleHandlers(world, emit),
    ...practiceHandlers(world, emit),
    ...draftHandlers(world),
    ...guidedHandlers(world, emit),
  };

  return {
    world,
    calls,
    emit,
    inputsOf: <Name extends ProcedureName>(name: Name) =>
      calls.filter((call) => call.name === name).map((call) => call.input as ProcedureInput<Name>),
    failWith: (name, error) => {
      if (error === null) failures.delete(name);
      else failures.set(name, error);
    },
    answerWith: (name, value) => {
      fixedAnswers.set(name, value);
    },
    hold: (name) => {
      let release = (): void => {};
      held.set(name, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(name);
        release();
      };
    },
    bridge: {
      invoke: async (name, input) => {
        const parsed = procedures[name].input.parse(input);
        calls.push({ name, input: parsed });
        await held.get(name);
        const failure = failures.get(name);
        if (failure !== undefined) return fail(failure);
        if (fixedAnswers.has(name)) return ok(fixedAnswers.get(name));
        return (handlers[name] as (value: unknown) => unknown)(parsed);
      },
      subscribe: (name, listener) => {
        const set = listeners.get(name) ?? new Set();
        listeners.set(name, set.add(listener));
        return () => set.delete(listener);
      },
    },
  };
}
