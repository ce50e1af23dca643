import { describe, expect, it } from 'vitest';
import { invitationRowSchema } from '../../../src-shared/ipc/people.ts';
import { allPages, invitationsPage, requestsPage } from './page-inputs.ts';
import {
  accessRequest,
  account,
  command,
  idOf,
  intents,
  invitation,
  moment,
  organizationId,
  put,
  records,
} from './records.ts';
import { load, temporaryCache } from './temporary-cache.ts';

const me = idOf('account', 1);

/** Five invitations that the portal knows (1-5) and three that wait in the outbox (6-8). */
function invited() {
  const { cache } = temporaryCache();
  cache.accounts.save(account(1), 'https://portal.example');
  load(
    cache,
    [1, 2, 3, 4, 5].map((n) => records.invitation(invitation(n, { status: n === 1 ? 'expired' : 'sent' }))),
    10,
  );
  cache.outbox.enqueue(
    me,
    organizationId,
    [6, 7, 8].map((n) => command(n, intents.invite(n))),
  );
  return cache;
}
const numbers = (rows: readonly { id: string }[]): number[] => rows.map(({ id }) => Number.parseInt(id.slice(-2), 16));

describe('a page of invitations', () => {
  it('has an invitation once, however often the same was decided again', () => {
    const cache = invited();
    cache.outbox.markRefused(idOf('command', 8), { code: 'internal' });
    const again = { ...command(9, intents.invite(8)), id: idOf('command', 9) };
    expect(cache.outbox.enqueue(me, organizationId, [again])).toMatchObject({ ok: true });
    const page = invitationsPage(cache);
    expect(numbers(page.rows)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(page.rows[0]?.pending.map(({ id }) => id)).toEqual([idOf('command', 8), idOf('command', 9)]);
  });

  it('begins with those that the portal has not told of yet', () => {
    const cache = invited();
    const page = invitationsPage(cache);
    expect(numbers(page.rows)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(page).toMatchObject({ total: 8, next: null });
    expect(page.rows[0]).toEqual({
      id: idOf('invitation', 8),
      organizationId,
      version: 0,
      email: 'guest8@bergpractice.example',
      firstName: 'Guest8',
      lastName: 'Invited8',
      role: 'user',
      permissions: ['eligibility'],
      status: 'sending',
      failure: null,
      failureDetail: null,
      invitedBy: 'Anna Berg1',
      createdAt: moment(8),
      expiresAt: moment(8 + 7 * 24 * 60),
      changedBy: null,
      changedAt: moment(8),
      pending: [{ id: idOf('command', 8), kind: 'invite-user', state: 'waiting', decidedAt: moment(8), error: null }],
    });
    expect(invitationRowSchema.parse(page.rows[0])).toEqual(page.rows[0]);
  });

  it.each([1, 2, 3, 4, 5, 7, 8, 9])('brings each row once in pages of %i', (limit) => {
    const cache = invited();
    const rows = allPages((after) => {
      const page = invitationsPage(cache, { after, limit });
      expect(page.total).toBe(8);
      return page;
    });
    expect(numbers(rows)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('skips over both kinds', () => {
    const cache = invited();
    for (let skip = 0; skip <= 9; skip += 1) {
      expect(numbers(invitationsPage(cache, { skip, limit: 2 }).rows)).toEqual(
        [8, 7, 6, 5, 4, 3, 2, 1].slice(skip, skip + 2),
      );
    }
    const { next } = invitationsPage(cache, { limit: 1 });
    expect(numbers(invitationsPage(cache, { after: next, skip: 3, limit: 2 }).rows)).toEqual([4, 3]);
  });

  it('searches and filters both kinds', () => {
    const cache = invited();
    expect(numbers(invitationsPage(cache, { search: 'guest7' }).rows)).toEqual([7]);
    expect(numbers(invitationsPage(cache, { search: 'invited3 guest' }).rows)).toEqual([3]);
    expect(numbers(invitationsPage(cache, { statuses: ['sending'] }).rows)).toEqual([8, 7, 6]);
    expect(invitationsPage(cache, { statuses: ['expired', 'failed'] })).toMatchObject({
      total: 1,
      rows: [{ status: 'expired' }],
    });
  });

  it('shows an invitation once, as the portal told it, when it has', () => {
    const cache = invited();
    cache.outbox.markSending(idOf('command', 6));
    cache.outbox.markApplied(idOf('command', 6), 12);
    expect(numbers(invitationsPage(cache).rows)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    cache.feed.applyChanges(organizationId, [put(11, records.invitation(invitation(6)))]);
    const page = invitationsPage(cache);
    expect(numbers(page.rows)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(page.rows[2]).toMatchObject({ version: 1, status: 'sent', pending: [{ state: 'sending' }] });
    cache.feed.applyChanges(organizationId, [put(12, records.invitation(invitation(9)))]);
    expect(invitationsPage(cache).rows.find(({ id }) => id === idOf('invitation', 6))?.pending).toEqual([]);
  });

  it('keeps a refused one, with its reason, until it is dismissed', () => {
    const cache = invited();
    cache.outbox.enqueue(me, organizationId, [command(20, intents.cancelInvitation(8))]);
    cache.outbox.markRefused(idOf('command', 8), { code: 'already_a_user' });
    expect(invitationsPage(cache).rows[0]?.pending).toMatchObject([
      { kind: 'invite-user', state: 'refused', error: { code: 'already_a_user' } },
      { kind: 'cancel-invitation', state: 'refused', error: { code: 'earlier_refused' } },
    ]);
    cache.outbox.dismiss(idOf('command', 8));
    expect(invitationsPage(cache).total).toBe(7);
  });

  it('follows from the counts', () => {
    const cache = invited();
    expect(cache.people.userCounts(organizationId).openInvitations).toBe(4);
  });
});

describe('a page of access requests', () => {
  it('has the newest first, with what was decided about each', () => {
    const { cache } = temporaryCache();
    const requests = [1, 2, 3].map((n) => accessRequest(n, { status: n === 2 ? 'denied' : 'pending' }));
    load(cache, requests.map(records.accessRequest));
    cache.outbox.enqueue(me, organizationId, [command(1, intents.deny(3))]);
    const page = requestsPage(cache);
    expect(page.rows.map(({ id }) => id)).toEqual([3, 2, 1].map((n) => idOf('request', n)));
    expect(page.rows[0]).toMatchObject({
      ...requests[2],
      pending: [{ kind: 'deny-access-request', state: 'waiting' }],
    });
    expect(requestsPage(cache, { statuses: ['pending'] }).total).toBe(2);
    expect(requestsPage(cache, { search: 'comer2' }).rows).toMatchObject([{ status: 'denied' }]);
    expect(allPages((after) => requestsPage(cache, { after, limit: 1 }))).toHaveLength(3);
    expect(cache.people.userCounts(organizationId).pendingRequests).toBe(2);
  });
});
