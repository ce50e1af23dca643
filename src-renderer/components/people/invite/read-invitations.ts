import type { InvitationRow } from '../../../../src-shared/ipc/people.ts';
import { invoke } from '../../../lib/desk-client.ts';
import type { ListedPerson } from '../people-view.ts';

export interface InvitedPerson extends ListedPerson {
  readonly invitationId: string;
}

const newestPage = 200;
const sameAddressAtMost = 50;

/** The invitations of these people as they are now, by id. Those that are gone are missing. */
export async function readInvitations(
  organizationId: string,
  invited: readonly InvitedPerson[],
): Promise<Record<string, InvitationRow>> {
  const wanted = new Map(invited.map((person) => [person.invitationId, person]));
  const found: Record<string, InvitationRow> = {};
  const keep = (rows: readonly InvitationRow[]) => {
    for (const row of rows) if (wanted.delete(row.id)) found[row.id] = row;
  };
  const input = { organizationId, statuses: [], after: null, skip: 0 };
  keep((await invoke('invitations.page', { ...input, search: '', limit: newestPage })).rows);
  for (const { email } of wanted.values()) {
    keep((await invoke('invitations.page', { ...input, search: email, limit: sameAddressAtMost })).rows);
  }
  return found;
}
