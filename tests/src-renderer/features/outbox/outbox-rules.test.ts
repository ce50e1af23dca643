import { describe, expect, it } from 'vitest';
import { commandKinds, type Intent } from '../../../../src-shared/domain/command.ts';
import type { DeskError } from '../../../../src-shared/errors.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import { canDecideAgain, isDoneAlready, screenOf } from '../../../../src-renderer/features/outbox/outbox-rules.ts';
import { decisionDetail, decisionTitle } from '../../../../src-renderer/components/people/decision-texts.ts';
import { adviceText, meanwhileText } from '../../../../src-renderer/features/outbox/outbox-texts.ts';
import { outboxItem } from '../../components/people/render-people.tsx';
import { fixtureId } from '../../fixtures.ts';

const subjectId = fixtureId(1001);
const restore: Intent = { kind: 'restore-user', subjectId, payload: {} };
const approve: Intent = {
  kind: 'approve-access-request',
  subjectId,
  payload: { role: 'user', permissions: ['eligibility'] },
};
const refused = (intent: Intent, error: DeskError) => outboxItem(1, intent, { state: 'refused', error });

describe('deciding again', () => {
  it.each([
    [restore, 'revoked', true],
    [restore, 'active', false],
    [approve, 'pending', true],
    [approve, 'withdrawn', false],
    [approve, undefined, true],
  ])('after a conflict depends on the status now (%#)', (intent, currentStatus, possible) => {
    const error: DeskError = { code: 'version_conflict', ...(currentStatus === undefined ? {} : { currentStatus }) };
    expect(canDecideAgain(refused(intent, error))).toBe(possible);
  });

  it('makes no sense for what the portal refuses for good, or has not refused', () => {
    for (const code of [
      'illegal_transition',
      'not_permitted',
      'not_found',
      'already_a_user',
      'already_invited',
    ] as const) {
      expect(canDecideAgain(refused(restore, { code }))).toBe(false);
      expect(adviceText(refused(restore, { code }), false)).not.toContain('decide again');
    }
    expect(canDecideAgain(refused(restore, { code: 'last_administrator' }))).toBe(true);
    expect(canDecideAgain(outboxItem(1, restore))).toBe(false);
  });
});

describe('a decision that somebody else has made, too', () => {
  const makeAdmin: Intent = { kind: 'make-admin', subjectId, payload: {} };
  const deny: Intent = { kind: 'deny-access-request', subjectId, payload: { reason: 'No' } };
  const standing = (intent: Intent, status: string, role?: 'user' | 'administrator') =>
    outboxItem(1, intent, {
      state: 'refused',
      error: { code: 'version_conflict', currentStatus: status },
      present: { status, changedBy: 'Ann Archer', changedAt: null, ...(role !== undefined && { role }) },
    });

  it.each([
    [makeAdmin, 'active', 'administrator', true],
    [makeAdmin, 'active', 'user', false],
    [makeAdmin, 'revoked', 'administrator', false],
    [restore, 'active', 'user', true],
    [restore, 'revoked', 'user', false],
    [deny, 'denied', undefined, true],
    [deny, 'approved', undefined, false],
    [approve, 'approved', undefined, false],
  ] as const)('is done, and not offered again (%#)', (intent, status, role, done) => {
    const item = standing(intent, status, role);
    expect(isDoneAlready(item)).toBe(done);
    expect(adviceText(item, false).includes('Nothing is left to do')).toBe(done);
    if (done) expect(canDecideAgain(item)).toBe(false);
  });

  it('tells who has added the billing agency, whose place here is not known yet', () => {
    const add: Intent = { kind: 'add-billing-agency', subjectId, payload: { agencyId: fixtureId(1002) } };
    const error: DeskError = {
      code: 'already_added',
      changedBy: 'Ann Archer',
      changedAt: null,
      currentStatus: 'active',
    };
    const item = outboxItem(1, add, { state: 'refused', error, present: null });
    expect(meanwhileText(item)).toMatch(/^Ann Archer changed .+ The status is now active\.$/u);
  });

  it('is not one that waits', () => {
    expect(isDoneAlready(outboxItem(1, deny, { present: standing(deny, 'denied').present }))).toBe(false);
  });
});

describe('how a decision is told', () => {
  it('has a title and a screen for every kind', () => {
    const titles = commandKinds.map((kind) => decisionTitle(kind, cca.labels));
    expect(new Set(titles).size).toBe(commandKinds.length);
    expect(commandKinds.map((kind) => screenOf(kind).screen)).toContain('access-requests');
    expect(screenOf('resend-invitation').screen).toBe('invitations');
  });

  it('comes with role and permissions, or the reason', () => {
    expect(decisionDetail(approve)).toBe('User: Eligibility');
    expect(decisionDetail({ ...approve, payload: { role: 'administrator', permissions: [] } })).toBe('Administrator');
    expect(decisionDetail({ kind: 'revoke-user', subjectId, payload: { reason: null } })).toBeNull();
    expect(decisionDetail({ kind: 'deny-access-request', subjectId, payload: { reason: 'No' } })).toBe('Reason: No');
    expect(decisionDetail(restore)).toBeNull();
  });

  it('names the portal where nobody else did it, and says nothing where nothing is known', () => {
    expect(
      meanwhileText(refused(approve, { code: 'illegal_transition', changedBy: null, currentStatus: 'withdrawn' })),
    ).toBe('The portal changed Ben Castillo. The status is now withdrawn.');
    expect(meanwhileText(refused(approve, { code: 'not_permitted' }))).toBeNull();
  });
});
