import { z } from 'zod';
import { healthPlanSchema, planIdSchema } from '../domain/health-plan.ts';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import {
  accountPlansSchema,
  disclaimerRevisionSchema,
  foundPlansSchema,
  taxIdsSchema,
} from '../portal-api/health-plans.ts';
import { defineProcedure, done } from './procedure.ts';

const accountInput = z.strictObject({ accountId: idSchema });

/** The account's plans as the portal last told them, and when that was. */
export const deskPlansSchema = accountPlansSchema.pick({ plans: true }).extend({ asOf: momentSchema });
export type DeskPlans = z.infer<typeof deskPlansSchema>;

export const healthPlanProcedures = {
  /** The plans of Tax IDs, while they are entered in a registration (A5). */
  'accounts.findHealthPlans': defineProcedure({
    input: z.strictObject({ portalId: z.string().max(64), taxIds: taxIdsSchema }),
    output: foundPlansSchema,
  }),
  /** Without a line to the portal, what it told last. `disclaimer_missing` until the person agreed after the sign-in (A11). */
  'healthPlans.list': defineProcedure({ input: accountInput, output: deskPlansSchema }),
  /** The plans that may be added. */
  'healthPlans.offered': defineProcedure({
    input: accountInput,
    output: z.object({ plans: z.array(healthPlanSchema) }),
  }),
  /** The same id again adds nothing more. */
  'healthPlans.add': defineProcedure({
    input: accountInput.extend({ id: idSchema, planId: planIdSchema, taxIds: taxIdsSchema }),
    output: deskPlansSchema,
  }),
  'healthPlans.acceptDisclaimer': defineProcedure({
    input: accountInput.extend({ revision: disclaimerRevisionSchema }),
    output: done,
  }),
};
