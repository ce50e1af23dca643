import { describe, expect, it } from 'vitest';
import {
  accessRequestTransitions,
  billingAgencyTransitions,
  invitationTransitions,
  isLegal,
  userTransitions,
} from '../../../src-shared/domain/statuses.ts';

const moves = (table: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(table).flatMap(([from, to]) => to.map((status) => `${from} > ${status}`));

describe('status transitions', () => {
  it('of a user: a revocation can be taken back', () => {
    expect(moves(userTransitions)).toEqual(['pending > active', 'active > revoked', 'revoked > active']);
  });
  it('of an access request: a decision is final', () => {
    expect(moves(accessRequestTransitions)).toEqual(['pending > approved', 'pending > denied', 'pending > withdrawn']);
  });
  it('D10: of a billing agency: it becomes active by itself, and a denial is taken back by adding it again', () => {
    expect(moves(billingAgencyTransitions)).toEqual([
      'pending > active',
      'pending > denied',
      'active > denied',
      'denied > pending',
      'denied > active',
    ]);
  });
  it('of an invitation: accepted and cancelled are final, the rest can be sent again', () => {
    expect(invitationTransitions.accepted).toEqual([]);
    expect(invitationTransitions.cancelled).toEqual([]);
    for (const status of ['sent', 'failed', 'expired'] as const)
      expect(isLegal(invitationTransitions, status, 'sending')).toBe(true);
    expect(isLegal(invitationTransitions, 'failed', 'accepted')).toBe(false);
  });
});
