import type { PortalContext } from '../../context.ts';
import type { Handlers } from '../../handler.ts';
import { checkEligibility } from './check-eligibility.ts';
import { findProviders } from './find-providers.ts';
import { register } from './register.ts';

/** Registration as newcomers see it: is there such a provider, and may I join? */
export const registrationHandlers = (
  context: PortalContext,
): Pick<Handlers, 'checkEligibility' | 'findProviders' | 'register'> => ({
  checkEligibility: (call) => checkEligibility(context, call),
  findProviders: (call) => findProviders(context, call),
  register: (call) => register(context, call),
});
