import { z } from 'zod';
import { idSchema } from '../domain/identifier.ts';
import { accountProcedures, linkedAccountProcedures } from './accounts.ts';
import { appProcedures } from './app.ts';
import { draftProcedures } from './drafts.ts';
import { formProcedures } from './forms.ts';
import { billingAgencyProcedures } from './billing-agencies.ts';
import { guidedProcedures } from './guided.ts';
import { healthPlanProcedures } from './health-plans.ts';
import { noticeProcedures, orderProcedures } from './orders.ts';
import { commandProcedures, peopleProcedures } from './people.ts';
import { npiRegistryProcedures, practiceProcedures } from './practice.ts';
import { syncProcedures, syncStateSchema } from './sync.ts';
import { mainScreens } from './window.ts';

/** Everything that the renderer may ask of the main process. No procedure returns a secret that is kept. */
export const procedures = {
  ...appProcedures,
  ...accountProcedures,
  ...linkedAccountProcedures,
  ...healthPlanProcedures,
  ...orderProcedures,
  ...noticeProcedures,
  ...billingAgencyProcedures,
  ...peopleProcedures,
  ...commandProcedures,
  ...syncProcedures,
  ...practiceProcedures,
  ...guidedProcedures,
  ...npiRegistryProcedures,
  ...draftProcedures,
  ...formProcedures,
};
export type ProcedureName = keyof typeof procedures;
export type ProcedureInput<Name extends ProcedureName> = z.input<(typeof procedures)[Name]['input']>;
export type ProcedureOutput<Name extends ProcedureName> = z.output<(typeof procedures)[Name]['output']>;

/** Everything that the main process tells unasked. */
export const events = {
  'accounts.changed': z.object({}),
  /** Rows of this organization, or commands that lie over them, have changed. */
  'people.changed': z.object({ organizationId: idSchema }),
  'sync.changed': syncStateSchema,
  /** The practice profile, or whether the NPI Registry may be asked, has changed. */
  'practice.changed': z.object({}),
  /** Records or deadlines that are kept by hand have changed. */
  'guided.changed': z.object({ accountId: idSchema }),
  /** Documents of the account are on their way, or no longer. */
  'orders.uploadsChanged': z.object({ accountId: idSchema }),
  /** The application menu asks for a screen. */
  'app.navigate': z.object({ screen: z.enum(mainScreens) }),
  'app.stateChanged': z.object({}),
};
export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>;
