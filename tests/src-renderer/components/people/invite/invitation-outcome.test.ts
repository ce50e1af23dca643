import { describe, expect, it } from 'vitest';
import type { InvitationRow, PendingCommand } from '../../../../../src-shared/ipc/people.ts';
import {
  failureText,
  invitationOutcome,
} from '../../../../../src-renderer/components/people/invite/invitation-outcome.ts';
import { fixtureId, fixtureNow, invitation } from '../../../fixtures.ts';

const command = (state: PendingCommand['state']): PendingCommand => ({
  id: fixtureId(1),
  kind: 'invite-user',
  state,
  decidedAt: fixtureNow.toISOString(),
  error: state === 'refused' ? { code: 'already_invited' } : null,
});
const row = (over: Partial<InvitationRow>): InvitationRow => ({ ...invitation(1), pending: [], ...over });

describe('what became of an invitation', () => {
  it.each([
    [
      row({ version: 0, status: 'sending', pending: [command('waiting')] }),
      'under-way',
      'Waiting to be sent to the portal',
    ],
    [row({ version: 0, status: 'sending', pending: [command('sending')] }), 'under-way', 'Sending to the portal'],
    [row({ version: 0, status: 'sending', pending: [command('refused')] }), 'failure', 'Refused by the portal'],
    [row({ status: 'sending' }), 'under-way', 'Accepted by the portal, the email is on its way'],
    [row({ status: 'sent' }), 'success', 'Invitation sent'],
    [row({ status: 'accepted' }), 'success', 'Invitation accepted'],
    [row({ status: 'failed' }), 'failure', 'The email could not be delivered'],
    [row({ status: 'expired' }), 'failure', 'Expired'],
    [row({ status: 'cancelled' }), 'failure', 'Cancelled'],
    [undefined, 'failure', 'Taken back'],
  ])('is told (%#)', (invited, kind, text) => {
    expect(invitationOutcome(invited)).toMatchObject({ kind, text });
  });

  it('comes with the mail server’s own words', () => {
    expect(failureText({ failure: 'mail_server_unreachable', failureDetail: 'timeout' })).toBe(
      'The mail server of this address cannot be reached. (timeout)',
    );
    expect(failureText({ failure: null, failureDetail: null })).toBeNull();
  });
});
