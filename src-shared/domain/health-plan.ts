import { z } from 'zod';
import { momentSchema } from './identifier.ts';

/** How a portal names one of its plans, as in the answers to its registration (A5). */
export const planIdSchema = z.string({ error: 'required' }).regex(/^[a-z0-9-]{1,64}$/u, 'not_an_option');

/** A health plan that a portal's utilization review program serves. */
export const healthPlanSchema = z.object({ id: planIdSchema, name: z.string() });
export type HealthPlan = z.infer<typeof healthPlanSchema>;

/** A plan that requests may be entered for with this account (A11). */
export const accountPlanSchema = healthPlanSchema.extend({
  /** The Tax IDs that it was added with, as far as they are shown. */
  taxIdsLastFour: z.array(z.string()),
  /** Those of them that the portal's staff have not verified yet: none of their orders is shown until then (A8). */
  unverifiedLastFour: z.array(z.string()).default([]),
  addedAt: momentSchema,
});
export type AccountPlan = z.infer<typeof accountPlanSchema>;
