import { z } from 'zod';
import { accountPlanSchema, healthPlanSchema, planIdSchema } from '../domain/health-plan.ts';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import { tinSchema } from '../domain/tin.ts';
import { defineRoute } from './route.ts';
import { nothing, portalParams } from './shapes.ts';

/** One or more Tax IDs as they are typed; digits alone afterwards. */
export const taxIdsSchema = z.array(tinSchema).min(1, 'required').max(100, 'too_long');

export const foundPlansSchema = z.object({
  /** Those of all the Tax IDs together, by name. */
  plans: z.array(healthPlanSchema),
  /** Tax IDs, as digits, that no plan is associated with. */
  unknownTaxIds: z.array(z.string()),
});
export type FoundPlans = z.infer<typeof foundPlansSchema>;

/** What the account sees after its person agreed to the disclaimer in this session. */
export const accountPlansSchema = z.object({
  plans: z.array(accountPlanSchema),
  disclaimer: z.object({ revision: z.string(), agreedAt: momentSchema }),
});
export type AccountPlans = z.infer<typeof accountPlansSchema>;

/** What somebody decides who adds a plan. */
export const planAdditionSchema = z.object({ id: idSchema, planId: planIdSchema, taxIds: taxIdsSchema });
export type PlanAddition = z.infer<typeof planAdditionSchema>;

export const disclaimerRevisionSchema = z.string({ error: 'required' }).min(1, 'required').max(64, 'too_long');

/**
 * Health plans, at portals whose accounts have them (A4, A5, A11); `not_found` at the others. Until the session has agreed to
 * the portal's disclaimer, what the account has and may add is refused with `disclaimer_missing`.
 */
export const healthPlanRoutes = {
  findHealthPlans: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/health-plans/search',
    summary: 'The health plans that are associated with Tax IDs (A5)',
    auth: 'none',
    params: portalParams,
    query: nothing,
    body: z.object({ taxIds: taxIdsSchema }),
    answer: foundPlansSchema,
    status: 200,
  }),
  offeredHealthPlans: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/health-plans',
    summary: 'The health plans that the account does not have yet, by name (A11)',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: nothing,
    answer: z.object({ plans: z.array(healthPlanSchema) }),
    status: 200,
  }),
  accountHealthPlans: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/account/health-plans',
    summary: "The account's health plans, by name (A11)",
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: nothing,
    answer: accountPlansSchema,
    status: 200,
  }),
  addHealthPlan: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/account/health-plans',
    summary:
      'Adds a health plan with the Tax IDs to use it with (A11); the same id again has no further effect, and a Tax ID that the plan is not associated with is answered with no_match',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: planAdditionSchema,
    answer: accountPlansSchema,
    status: 201,
  }),
  acceptDisclaimer: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/account/disclaimer',
    summary: "Agrees to the portal's disclaimer for this session (A11)",
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: z.object({ revision: disclaimerRevisionSchema }),
    answer: nothing,
    status: 200,
  }),
};
