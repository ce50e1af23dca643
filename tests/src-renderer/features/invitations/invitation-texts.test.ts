import { describe, expect, it } from 'vitest';
import { expiryText, statusDetail } from '../../../../src-renderer/features/invitations/invitation-texts.ts';
import { fixtureNow, invitation } from '../../fixtures.ts';

const hourMs = 60 * 60_000;
const inHours = (hours: number) => new Date(fixtureNow.getTime() + hours * hourMs).toISOString();

describe('until when an invitation can be accepted', () => {
  it.each([
    [7 * 24, 'expires in 7 days'],
    [47, 'expires in 1 day'],
    [23.9, 'expires in 23 hours'],
    [1, 'expires in 1 hour'],
    [0.5, 'expires within the hour'],
    [-1, 'expired on Mar 4, 2026'],
  ])('%d hours before: never longer than it is', (hours, text) => {
    expect(expiryText(inHours(hours), fixtureNow)).toBe(text);
  });
});

describe('what stands below the status', () => {
  const detail = (over: Parameters<typeof invitation>[1]) =>
    statusDetail({ ...invitation(1, over), pending: [] }, fixtureNow);

  it('says when it was accepted or cancelled, and nothing while it is on its way', () => {
    expect(detail({ status: 'accepted' })).toBe('on Mar 3, 2026');
    expect(detail({ status: 'cancelled' })).toBe('on Mar 3, 2026');
    expect(detail({ status: 'sending' })).toBeNull();
    expect(detail({ status: 'sent', version: 0 })).toBeNull();
  });
});
