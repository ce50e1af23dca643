import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { PortalContext } from './context.ts';
import { billingAgencyHandlers } from './features/billing-agencies/billing-agency-handlers.ts';
import { changeHandlers } from './features/changes/change-handlers.ts';
import type { HintHub } from './features/changes/hint-hub.ts';
import { hintStream } from './features/changes/hint-stream.ts';
import { commandHandlers } from './features/commands/command-handlers.ts';
import { healthPlanHandlers } from './features/health-plans/health-plan-handlers.ts';
import { invitationPages } from './features/invitations/invitation-pages.ts';
import { linkedAccountHandlers } from './features/linked-accounts/linked-account-handlers.ts';
import { orderHandlers } from './features/orders/order-handlers.ts';
import { emailConfirmed } from './features/registrations/email-confirmed.ts';
import { passwordHandlers } from './features/passwords/password-handlers.ts';
import { resetPasswordPages } from './features/passwords/reset-password-pages.ts';
import { completeMigration } from './features/migration/complete-migration.ts';
import { startMigration } from './features/migration/start-migration.ts';
import { registrationHandlers } from './features/registrations/registration-handlers.ts';
import type { Handlers } from './handler.ts';
import { authenticate } from './http/authenticate.ts';
import { errorStatus } from './http/error-status.ts';
import { healthHandlers } from './http/health-handlers.ts';
import { createHttpServer } from './http/http-server.ts';
import { mountRoutes } from './http/mount-routes.ts';
import { identityHandlers } from './identity/identity-handlers.ts';
import { verifyEmailPages } from './identity/verify-email-pages.ts';
import { openApiRoute } from './openapi.ts';
import { stylesheetRoute } from './pages/stylesheet.ts';

export interface AppExtras {
  readonly log: FastifyBaseLogger;
  readonly hub: HintHub;
  /** Answers are checked against the contract: on in tests and development. */
  readonly checkAnswers: boolean;
  /** Called after each request that may have queued a job. */
  readonly wakeJobs: () => void;
}

/** The whole service, apart from its listener and its job worker. */
export function buildApp(context: PortalContext, { log, hub, checkAnswers, wakeJobs }: AppExtras): FastifyInstance {
  const app = createHttpServer(log);
  mountRoutes(app, context, handlersOf(context), checkAnswers);
  void app.register(hintStream, {
    context,
    hub,
    authenticate: (request) => authenticate(context, request),
    statusOf: (error) => errorStatus(error.code),
  });
  void app.register(invitationPages(context));
  verifyEmailPages(app, context, emailConfirmed);
  resetPasswordPages(app, context);
  stylesheetRoute(app);
  openApiRoute(app, context.settings.version);
  // what a request has queued is committed by the time it has been answered
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.method !== 'GET') wakeJobs();
    done();
  });
  return app;
}

const handlersOf = (context: PortalContext): Handlers => ({
  ...healthHandlers(context),
  ...identityHandlers(context, completeMigration),
  startMigration: (call) => startMigration(context, call),
  ...passwordHandlers(context),
  ...registrationHandlers(context),
  ...linkedAccountHandlers(context),
  ...healthPlanHandlers(context),
  ...orderHandlers(context),
  ...billingAgencyHandlers(context),
  ...commandHandlers(context),
  ...changeHandlers(context),
});
