import type { PortalDefinition } from './definition.ts';
import { orderSearch } from './orders.ts';
import { providerPortal } from './provider-portal.ts';

/** AIM Specialty Health, the older brand of the same procedure: docs/portals.md B A1-A11, and E1. */
export const aim: PortalDefinition = providerPortal({
  id: 'aim',
  name: 'AIM ProviderPortal',
  payer: 'AIM Specialty Health',
  brand: { color: '#0a5a50', monogram: 'AIM' },
  support: { name: 'AIM Specialty Health Web Customer Service' },
  orderSearch,
  passcodeMethods: ['email', 'authenticator', 'secret-question'],
});
