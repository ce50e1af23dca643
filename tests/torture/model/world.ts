import { memoryStore } from '../../../src-main/vault/memory-store.ts';
import { secretNames } from '../../../src-main/vault/secret-store.ts';
import type { PortalClient } from '../../../src-main/connectors/service/portal-client.ts';
import { providerCentral } from '../../../src-shared/portals/provider-central.ts';
import type { SyncState } from '../../../src-shared/ipc/sync.ts';
import { fail, ok } from '../../../src-shared/result.ts';
import { id, moment, token } from '../../src-main/support/fixtures.ts';
import { DecisionModel } from './decision-model.ts';
import type { DeskFiles } from './desk-file.ts';
import { portalUrl, startDeskProcess, type DeskProcess } from './desk-process.ts';
import { MemoryPortal } from './memory-portal.ts';
import { MovingTime } from './moving-time.ts';
import { myAccount, smallPractice } from './practices.ts';
import { readScreens, type Screens } from './screens.ts';
import { Wire } from './wire.ts';

/** What a sequence of commands begins with. */
export interface Circumstances {
  /** Whether the first load is over. */
  readonly isLoaded: boolean;
  readonly hears: boolean;
  readonly pageSize: number;
}

/** Codes after which nobody knows what came of a decision; all others end it. */
const unknown: ReadonlySet<string> = new Set([
  'offline',
  'portal_error',
  'unexpected_answer',
  'command_in_flight',
  'rate_limited',
  'session_ended',
]);

/** One person's desktop, its portal, what lies between, and the model that looks on. */
export class World {
  readonly time = new MovingTime();
  readonly portal = new MemoryPortal(providerCentral.permissions, this.time.portalNow);
  readonly model = new DecisionModel();
  readonly wire: Wire;
  readonly organizationIds: readonly string[];
  /** What was logged as a bug, and what the model says cannot be. */
  readonly bugs: unknown[] = [];
  desk: DeskProcess;
  readonly #files: DeskFiles;
  readonly #file: string;
  readonly #secrets = memoryStore();
  readonly #screens = new Map<string, Screens>();
  #badge: SyncState | null = null;
  #number = 0;

  constructor(files: DeskFiles, { isLoaded, hears, pageSize }: Circumstances) {
    const practices = [smallPractice(1), smallPractice(2)];
    for (const practice of practices) this.portal.practices.set(practice.organization.id, practice);
    this.organizationIds = practices.map(({ organization }) => organization.id);
    const { model } = this;
    this.wire = new Wire({
      portal: this.portal,
      account: myAccount,
      hears,
      pageSize,
      witness: {
        sent: ({ id, baseVersion }) => {
          this.#noting(() => {
            model.sent(id, baseVersion);
          });
        },
        answered: ({ id }, answer) => {
          this.#noting(() => {
            if (answer.ok && answer.value.status === 'applied') model.applied(id, answer.value.position);
            else if (answer.ok && answer.value.status === 'refused') model.refused(id, answer.value.error.code);
            else if (!answer.ok && !unknown.has(answer.error.code)) model.refused(id, answer.error.code);
          });
        },
      },
    });
    this.#files = files;
    this.#file = files.fresh(isLoaded);
    void this.#secrets.set(secretNames.refreshToken(myAccount.id), token('refresh'));
    this.desk = this.#start();
  }

  /** Of something that is not there yet. */
  nextId = (): string => id(8_000_000 + this.nextNumber());
  nextNumber = (): number => (this.#number += 1);
  settle = (): Promise<void> => this.wire.settle();

  organization = (pick: number): string => this.organizationIds[pick % this.organizationIds.length] ?? '';

  /** The process is killed; what it had sent may still arrive. */
  crash(requestsGoOn: boolean): void {
    this.#files.asKilled(() => {
      this.#end(requestsGoOn);
      this.desk.cache.close();
    });
    this.desk = this.#start();
  }

  restart(): void {
    this.desk.quit();
    this.#end(true);
    this.desk = this.#start();
  }

  close(): void {
    this.#end(false);
    this.desk.cache.close();
  }

  screens = (organizationId: string): Screens => {
    const shown = this.#screens.get(organizationId) ?? readScreens(this.desk, organizationId);
    this.#screens.set(organizationId, shown);
    return shown;
  };

  badge = (): SyncState => {
    if (this.#badge !== null) return this.#badge;
    const state = this.desk.accounts.syncState(myAccount.id);
    if (!state.ok) throw new Error(state.error.code);
    return state.value;
  };

  isSignedIn = (): boolean => this.desk.cache.accounts.find(myAccount.id)?.state === 'signed-in';

  /** Whether the desktop may show people of the organization, as far as it has heard. */
  maySee = (organizationId: string): boolean =>
    this.#linked(organizationId)?.permissions.includes('manage-users') === true;

  mayDecide = (organizationId: string): boolean => this.#linked(organizationId) !== undefined;

  signIn() {
    const { portalId, id: signInId } = myAccount;
    return this.desk.signIns.complete({ portalId, signInId, method: 'email', code: '123456' });
  }

  #linked = (organizationId: string) =>
    this.desk.cache.accounts
      .find(myAccount.id)
      ?.linkedAccounts.find(({ organization, status }) => organization.id === organizationId && status === 'active');

  /** The product would take a throw for its own bug. */
  #noting(look: () => void): void {
    try {
      look();
    } catch (error) {
      this.bugs.push(error);
    }
  }

  #end(requestsGoOn: boolean): void {
    this.wire.endProcess(requestsGoOn);
    this.time.forgetTimers();
  }

  #start(): DeskProcess {
    this.#screens.clear();
    this.#badge = null;
    return startDeskProcess({
      file: this.#file,
      secrets: this.#secrets,
      wire: this.wire,
      time: this.time,
      client: this.#client(),
      nextNumber: this.nextNumber,
      onBug: (bug) => this.bugs.push(bug),
      listener: {
        accountsChanged: () => {
          this.#screens.clear();
        },
        peopleChanged: (organizationId) => {
          this.#screens.delete(organizationId);
        },
        syncChanged: (state) => {
          this.#badge = state;
        },
      },
    });
  }

  #client(): PortalClient {
    return {
      portalUrl,
      callRoute: () => {
        if (!this.wire.isOnline) return Promise.resolve(fail({ code: 'offline' }));
        this.portal.signIn(myAccount.id);
        const session = {
          account: myAccount,
          accessToken: token('access'),
          accessTokenExpiresAt: moment,
          refreshToken: token('refresh'),
        };
        return Promise.resolve(ok(session as never));
      },
      openStream: () => Promise.reject(new Error('Hints come another way')),
    };
  }
}
