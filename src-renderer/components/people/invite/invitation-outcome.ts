import type { InvitationRow } from '../../../../src-shared/ipc/people.ts';
import { assertNever } from '../../../../src-shared/result.ts';
import type { StatusTone } from '../../status-badge.tsx';
import { foremost, refusalText } from '../command-texts.ts';

export interface InvitationOutcome {
  readonly kind: 'under-way' | 'success' | 'failure';
  readonly tone: StatusTone;
  readonly text: string;
  /** More about a failure. */
  readonly detail: string | null;
}

const failureTexts = {
  mailbox_refused: 'The mailbox does not accept it. Check the address.',
  mail_server_unreachable: 'The mail server of this address cannot be reached.',
} as const;

/** Why an invitation's email did not arrive, with the mail server's own words; null when it did not fail. */
export function failureText({
  failure,
  failureDetail,
}: Pick<InvitationRow, 'failure' | 'failureDetail'>): string | null {
  if (failure === null) return failureDetail;
  return failureDetail === null ? failureTexts[failure] : `${failureTexts[failure]} (${failureDetail})`;
}

const underWay = (text: string): InvitationOutcome => ({ kind: 'under-way', tone: 'waiting', text, detail: null });

/** What became of an invitation: the success or failure message for each person (C10). */
export function invitationOutcome(row: InvitationRow | undefined): InvitationOutcome {
  if (row === undefined) return { kind: 'failure', tone: 'neutral', text: 'Taken back', detail: null };
  const command = foremost(row.pending);
  if (command?.state === 'refused') {
    return { kind: 'failure', tone: 'bad', text: 'Refused by the portal', detail: refusalText(command.error) };
  }
  if (command?.byHand === true) return underWay('To do on the portal’s web site: see Manual steps');
  if (command?.state === 'waiting') return underWay('Waiting to be sent to the portal');
  if (command?.state === 'sending') return underWay('Sending to the portal');
  switch (row.status) {
    case 'sending':
      return underWay('Accepted by the portal, the email is on its way');
    case 'sent':
      return { kind: 'success', tone: 'good', text: 'Invitation sent', detail: null };
    case 'accepted':
      return { kind: 'success', tone: 'good', text: 'Invitation accepted', detail: null };
    case 'failed':
      return { kind: 'failure', tone: 'bad', text: 'The email could not be delivered', detail: failureText(row) };
    case 'expired':
      return { kind: 'failure', tone: 'neutral', text: 'Expired', detail: null };
    case 'cancelled':
      return { kind: 'failure', tone: 'neutral', text: 'Cancelled', detail: null };
    default:
      return assertNever(row.status);
  }
}
