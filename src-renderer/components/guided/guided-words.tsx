import { Notice } from '../notice.tsx';

/** Said wherever somebody might think that something is sent. */
export const GuidedWords = () => (
  <Notice title="Guided">You do this on the portal’s web site; Portal Desk keeps the record.</Notice>
);
