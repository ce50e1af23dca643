import { billingAgencyRoutes } from './billing-agencies.ts';
import { changeRoutes } from './changes.ts';
import { commandRoutes } from './commands.ts';
import { healthRoutes } from './health.ts';
import { healthPlanRoutes } from './health-plans.ts';
import { identityRoutes } from './identity.ts';
import { linkedAccountRoutes } from './linked-accounts.ts';
import { orderRoutes } from './orders.ts';
import { passwordRoutes } from './passwords.ts';
import { registrationRoutes } from './registration.ts';

/** The whole HTTP contract between desktop and portal service; the OpenAPI document is made from it. */
export const routes = {
  ...healthRoutes,
  ...registrationRoutes,
  ...identityRoutes,
  ...passwordRoutes,
  ...linkedAccountRoutes,
  ...healthPlanRoutes,
  ...orderRoutes,
  ...billingAgencyRoutes,
  ...commandRoutes,
  ...changeRoutes,
};
export type RouteName = keyof typeof routes;
