import { describe, expect, it } from 'vitest';
import { commandKinds, intentSchema, type Intent } from '../../../src-shared/domain/command.ts';
import { keptIntent } from '../../../src-main/cache/outbox/kept-intent.ts';
import { id } from '../support/fixtures.ts';

const access = { role: 'user', permissions: ['eligibility'] } as const;
const payloads: Readonly<Record<Intent['kind'], object>> = {
  'invite-user': { email: 'Ann.O@Example.com', firstName: 'Ann', lastName: 'O’Hara', ...access },
  'resend-invitation': {},
  'cancel-invitation': {},
  'approve-access-request': access,
  'deny-access-request': { reason: 'Two\nlines' },
  'make-admin': {},
  'revoke-user': { reason: null },
  'restore-user': {},
  'edit-role-and-permissions': access,
  'add-billing-agency': { agencyId: id(2) },
  'deny-billing-agency': { reason: 'Left' },
};

describe('a decision in the outbox', () => {
  it.each(commandKinds)('%s is sent letter for letter as it was kept', (kind) => {
    const decided = intentSchema.parse({ kind, subjectId: id(1), payload: payloads[kind] });
    const text = JSON.stringify(decided);
    // an update that adds a word of its own would send another body under the same id
    expect(JSON.stringify(keptIntent(text).sent)).toBe(text);
  });

  it('of another version is shown without what this one does not know, and sent whole', () => {
    const kept = {
      kind: 'revoke-user',
      subjectId: id(1),
      since: 'next version',
      payload: { reason: 'Left', effectiveOn: '2027-01-01' },
    };
    const { shown, sent } = keptIntent(JSON.stringify(kept));
    expect(shown).toEqual({ kind: 'revoke-user', subjectId: id(1), payload: { reason: 'Left' } });
    expect(sent).toEqual(kept);
  });

  it('that is no decision at all is a bug', () => {
    expect(() => keptIntent('{"kind":"launch","subjectId":"x"}')).toThrow('kind');
    expect(() => keptIntent(JSON.stringify({ kind: 'revoke-user', subjectId: id(1), payload: {} }))).toThrow('reason');
  });
});
