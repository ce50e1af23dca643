import { billingAgencyRoutes } from '../../../src-shared/portal-api/billing-agencies.ts';
import { changeRoutes } from '../../../src-shared/portal-api/changes.ts';
import { commandRoutes } from '../../../src-shared/portal-api/commands.ts';
import { healthPlanRoutes } from '../../../src-shared/portal-api/health-plans.ts';
import { identityRoutes } from '../../../src-shared/portal-api/identity.ts';
import { linkedAccountRoutes } from '../../../src-shared/portal-api/linked-accounts.ts';
import { passwordRoutes } from '../../../src-shared/portal-api/passwords.ts';
import type { Route, RouteAnswer, RouteInput } from '../../../src-shared/portal-api/route.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Connector } from '../connector.ts';
import type { Schedule } from '../../schedule.ts';
import { listenForHints, silenceMs } from './listen-for-hints.ts';
import type { PortalClient } from './portal-client.ts';
import { serviceOrders } from './service-orders.ts';
import type { SessionKeeper } from './session-keeper.ts';

export interface ServiceConnectorSettings {
  readonly client: PortalClient;
  readonly keeper: SessionKeeper;
  readonly schedule: Schedule;
  readonly portalId: string;
  /** Gives up whatever is under way. */
  readonly signal: AbortSignal;
  readonly silenceMs?: number;
}

const empty = { query: {}, body: {} };

/** A connector to a portal that has a service of its own. */
export function createServiceConnector(settings: ServiceConnectorSettings): Connector {
  const { client, keeper, schedule, portalId, signal } = settings;
  const params = { portalId };
  const call = <R extends Route>(route: R, input: RouteInput<R>): Promise<Result<RouteAnswer<R>>> =>
    keeper.withAccess((accessToken) => client.callRoute(route, input, { accessToken, signal }));

  return {
    account: () => call(identityRoutes.account, { params, ...empty }),

    async linkedAccounts() {
      const answer = await call(linkedAccountRoutes.linkedAccounts, { params, ...empty });
      return answer.ok ? ok(answer.value.linkedAccounts) : answer;
    },

    linkAccount: (id, answers) => call(linkedAccountRoutes.linkAccount, { params, query: {}, body: { id, answers } }),

    findOrganization: (answers) => call(linkedAccountRoutes.findOrganization, { params, query: {}, body: { answers } }),
    enterPin: (linkedAccountId, pin) =>
      call(linkedAccountRoutes.enterPin, { params: { portalId, linkedAccountId }, query: {}, body: { pin } }),
    requestPin: (linkedAccountId) =>
      call(linkedAccountRoutes.requestPin, { params: { portalId, linkedAccountId }, ...empty }),

    accountHealthPlans: () => call(healthPlanRoutes.accountHealthPlans, { params, ...empty }),

    async offeredHealthPlans() {
      const answer = await call(healthPlanRoutes.offeredHealthPlans, { params, ...empty });
      return answer.ok ? ok(answer.value.plans) : answer;
    },

    addHealthPlan: (addition) => call(healthPlanRoutes.addHealthPlan, { params, query: {}, body: addition }),

    async acceptDisclaimer(revision) {
      const agreed = await call(healthPlanRoutes.acceptDisclaimer, { params, query: {}, body: { revision } });
      return agreed.ok ? ok(undefined) : agreed;
    },

    async setLinkedAccountPreferences(linkedAccountId, preferences) {
      const answer = await call(linkedAccountRoutes.setLinkedAccountPreferences, {
        params: { portalId, linkedAccountId },
        query: {},
        body: preferences,
      });
      return answer.ok ? ok(answer.value.linkedAccounts) : answer;
    },

    async findBillingAgencies(search) {
      const answer = await call(billingAgencyRoutes.findBillingAgencies, { params, query: { search }, body: {} });
      return answer.ok ? ok(answer.value.agencies) : answer;
    },

    orders: serviceOrders(call, portalId),

    snapshot: (organizationId, after, limit) =>
      call(changeRoutes.snapshot, {
        params: { portalId, organizationId },
        query: { limit, ...(after !== null && { after }) },
        body: {},
      }),

    changes: (organizationId, after, limit) =>
      call(changeRoutes.changes, { params: { portalId, organizationId }, query: { after, limit }, body: {} }),

    async submit(command) {
      const answer = await call(commandRoutes.submitCommand, {
        params: { portalId, organizationId: command.organizationId },
        query: {},
        body: command,
      });
      // somebody else's outcome says nothing about this command
      if (answer.ok && answer.value.commandId !== command.id) return fail({ code: 'unexpected_answer' });
      return answer;
    },

    listen: (onHint, stop, onOpen) =>
      listenForHints(
        { client, keeper, schedule, portalId, silenceMs: settings.silenceMs ?? silenceMs },
        onHint,
        stop,
        onOpen,
      ),

    async changePassword(currentPassword, newPassword) {
      const body = { currentPassword, newPassword };
      const changed = await call(passwordRoutes.changePassword, { params, query: {}, body });
      return changed.ok ? ok(undefined) : changed;
    },

    startAuthenticator: () => call(identityRoutes.startAuthenticator, { params, ...empty }),
    confirmAuthenticator: (code) => call(identityRoutes.confirmAuthenticator, { params, query: {}, body: { code } }),
    removeAuthenticator: (code) => call(identityRoutes.removeAuthenticator, { params, query: {}, body: { code } }),
    signOut: () => keeper.end(),
  };
}
