import type { Desk } from './desk.ts';
import { done, type HealthPlanHandlers } from './handlers.ts';

export const healthPlanHandlers = ({ healthPlans }: Desk): HealthPlanHandlers => ({
  'healthPlans.list': ({ accountId }) => healthPlans.list(accountId),
  'healthPlans.offered': ({ accountId }) => healthPlans.offered(accountId),
  'healthPlans.add': (input) => healthPlans.add(input),
  'healthPlans.acceptDisclaimer': async ({ accountId, revision }) =>
    done(await healthPlans.acceptDisclaimer(accountId, revision)),
});
