import { describe, expect, it } from 'vitest';
import { cca } from '../../../../src-shared/portals/cca.ts';
import type { AccessRequestRow, PendingCommand } from '../../../../src-shared/ipc/people.ts';
import {
  defaultAccess,
  isOpen,
  whyNotDecide,
} from '../../../../src-renderer/features/access-requests/request-rules.ts';
import { ageText, decisionText } from '../../../../src-renderer/features/access-requests/request-texts.ts';
import { accessRequest, fixtureId, fixtureNow } from '../../fixtures.ts';

const hourMs = 60 * 60_000;
const ago = (hours: number) => new Date(fixtureNow.getTime() - hours * hourMs).toISOString();
const row = (over: Partial<AccessRequestRow> = {}): AccessRequestRow => ({ ...accessRequest(1), pending: [], ...over });
const command = (state: PendingCommand['state']): PendingCommand => ({
  id: fixtureId(1),
  kind: 'deny-access-request',
  state,
  decidedAt: fixtureNow.toISOString(),
  error: null,
});

describe('how long ago', () => {
  it.each([
    [0.5, 'less than an hour'],
    [1, '1 hour'],
    [23.9, '23 hours'],
    [24, '1 day'],
    [24 * 400, '400 days'],
    [24 * 365 * 3 + 1, '3 years'],
  ])('%d hours are told rounded down', (hours, text) => {
    expect(ageText(ago(hours), fixtureNow)).toBe(text);
  });
});

describe('a decided request', () => {
  it('says by whom, or that somebody withdrew', () => {
    const changedAt = fixtureNow.toISOString();
    expect(decisionText(row({ status: 'approved', changedBy: 'Anna Berg', changedAt }))).toBe(
      'Approved by Anna Berg on Mar 4, 2026, 2:20 PM',
    );
    expect(decisionText(row({ status: 'withdrawn', changedBy: null, changedAt }))).toBe(
      'Withdrawn on Mar 4, 2026, 2:20 PM',
    );
    expect(decisionText(row())).toBeNull();
  });

  it('is no longer open, be it decided here or there; a refused decision leaves it open', () => {
    expect(isOpen(row())).toBe(true);
    expect(isOpen(row({ status: 'denied' }))).toBe(false);
    expect(isOpen(row({ pending: [command('waiting')] }))).toBe(false);
    expect(isOpen(row({ pending: [command('refused')] }))).toBe(true);
  });
});

describe('who decides, and what is given', () => {
  it('is for administrators and those who manage users', () => {
    expect(whyNotDecide({ role: 'administrator', permissions: [] })).toBeNull();
    expect(whyNotDecide({ role: 'user', permissions: ['manage-users'] })).toBeNull();
    expect(whyNotDecide({ role: 'user', permissions: ['eligibility'] })).toContain('“Manage users”');
  });

  it('starts with what the portal proposes', () => {
    expect(defaultAccess(cca)).toEqual({ role: 'user', permissions: cca.defaultPermissions });
  });
});
