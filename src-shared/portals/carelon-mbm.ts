import { carelonNotices, checkOrderStatus } from './carelon-notices.ts';
import type { Migration, PortalDefinition } from './definition.ts';
import { orderSearch } from './orders.ts';
import { providerPortal } from './provider-portal.ts';

/** E2; the words are [ours]. */
const migration: Migration = {
  days: 30,
  notice: [
    'The Carelon MBM provider portal moves to multi-factor authentication (MFA): a password alone no longer lets anybody in.',
    'The next time that you sign in, you are asked for an email address, which becomes your new username, and for a new password. A one-time passcode is sent to that address. Once you have entered it, your MFA set-up is complete, and you sign in with the email address and the new password from then on.',
    'Choose an address that you alone read, and let your mail system accept messages from us, so that the passcode arrives.',
  ],
};

/** Carelon Medical Benefits Management, formerly AIM Specialty Health: docs/portals.md A1-A11, E1, E2, E5-E8. */
export const carelonMbm: PortalDefinition = providerPortal({
  id: 'carelon-mbm',
  name: 'Carelon MBM provider portal',
  payer: 'Carelon Medical Benefits Management',
  brand: { color: '#5a2a82', monogram: 'MBM' },
  support: { name: 'Carelon Web Customer Service' },
  orderSearch: { ...orderSearch, retired: { label: 'Check Order Status', notices: checkOrderStatus } },
  notices: carelonNotices,
  migration,
});
