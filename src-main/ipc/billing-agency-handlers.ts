import { ok } from '../../src-shared/result.ts';
import type { Desk } from './desk.ts';
import type { BillingAgencyHandlers } from './handlers.ts';

export const billingAgencyHandlers = ({ billingAgencies }: Desk): BillingAgencyHandlers => ({
  'billingAgencies.page': (input) => ok(billingAgencies.page(input)),
  'billingAgencies.search': (input) => billingAgencies.search(input),
});
