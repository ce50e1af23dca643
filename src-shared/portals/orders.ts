import { documentTypes } from '../domain/order-document.ts';
import type { OrderSearch } from './definition.ts';

/** Order Search, Additional Information and documents of a ProviderPortal (E6, E8). The limits are [ours]. */
export const orderSearch: OrderSearch = {
  label: 'Order Search',
  searchBy: { orderId: 'Order ID', member: 'Member', acmpNumber: 'ACMP#' },
  additionalInformation: { label: 'Additional Information', maxLength: 2000 },
  documents: {
    types: documentTypes,
    maxBytes: 20_000_000,
    most: 20,
    advice: [
      'Find what matters for the requested service in the chart, and upload those pages only.',
      'Upload rather than fax: a faxed document takes longer to reach its order.',
      'Send documents only where the portal asks for them.',
    ],
    clinicalQuestionsFirst:
      'The clinical questions come first. Answer all of them as exactly as you can where the order is entered: often no document is needed then.',
  },
};
