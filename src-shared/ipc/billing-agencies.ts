import { z } from 'zod';
import { agencySearchSchema, billingAgencySchema, listedAgencySchema } from '../domain/billing-agency.ts';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import { pendingCommandSchema } from './people.ts';
import { defineProcedure } from './procedure.ts';

/** As the portal said it, with the commands that lie over it, oldest first. Version 0: the portal does not know it yet. */
export const billingAgencyRowSchema = billingAgencySchema.extend({ pending: z.array(pendingCommandSchema) });
export type BillingAgencyRow = z.infer<typeof billingAgencyRowSchema>;

export const billingAgencyProcedures = {
  /** An organization's agencies: those that are still to be sent first, then by name. Works offline. */
  'billingAgencies.page': defineProcedure({
    input: z.strictObject({ organizationId: idSchema, limit: z.int().min(1).max(1000) }),
    output: z.object({
      rows: z.array(billingAgencyRowSchema),
      total: z.int().nonnegative(),
      /** When the portal last answered a pull for this organization; null before the first. */
      asOf: momentSchema.nullable(),
    }),
  }),
  /** Searches the portal's directory. What it shows can be added afterwards, with or without a line to the portal. */
  'billingAgencies.search': defineProcedure({
    input: z.strictObject({ accountId: idSchema, search: agencySearchSchema }),
    output: z.object({ agencies: z.array(listedAgencySchema) }),
  }),
};
