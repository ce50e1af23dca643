import type { PortalContext } from '../../context.ts';
import type { Handlers } from '../../handler.ts';
import { findBillingAgencies } from './find-billing-agencies.ts';

export const billingAgencyHandlers = (context: PortalContext): Pick<Handlers, 'findBillingAgencies'> => ({
  findBillingAgencies: (call) => findBillingAgencies(context, call),
});
