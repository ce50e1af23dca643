import { describe, expect, it } from 'vitest';
import { commandKinds, commandSchema, intentSchema, subjectKindOf } from '../../../src-shared/domain/command.ts';

const id = '0192f0c1-2345-7abc-8def-0123456789ab';
const command = (intent: unknown): unknown => ({
  id,
  organizationId: id,
  baseVersion: 1,
  decidedAt: '2026-05-04T12:00:00.000Z',
  intent,
});

describe('commands', () => {
  it('each kind has one kind of subject and one variant', () => {
    expect(Object.keys(subjectKindOf).sort()).toEqual([...commandKinds].sort());
    expect(intentSchema.options.map((option) => option.shape.kind.value).sort()).toEqual([...commandKinds].sort());
  });
  it('a denial wants a reason', () => {
    const parsed = commandSchema.safeParse(
      command({ kind: 'deny-access-request', subjectId: id, payload: { reason: ' ' } }),
    );
    expect(parsed.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      ['intent.payload.reason', 'required'],
    ]);
  });
  it('an invitation is kept in its normal form', () => {
    const payload = {
      email: ' New.Person@Example.com',
      firstName: ' New ',
      lastName: 'Person',
      role: 'user',
      permissions: ['claims-status', 'eligibility'],
    };
    const parsed = commandSchema.parse(command({ kind: 'invite-user', subjectId: id, payload }));
    expect(parsed.intent.payload).toEqual({
      email: 'new.person@example.com',
      firstName: 'New',
      lastName: 'Person',
      role: 'user',
      permissions: ['eligibility', 'claims-status'],
    });
  });
  it('nothing unknown rides along', () => {
    expect(
      commandSchema.safeParse(command({ kind: 'make-admin', subjectId: id, payload: { role: 'administrator' } }))
        .success,
    ).toBe(false);
  });
  it('ids are UUIDs of version 7', () => {
    expect(
      commandSchema.safeParse({
        ...(command({ kind: 'make-admin', subjectId: id, payload: {} }) as object),
        id: '0192f0c1-2345-4abc-8def-0123456789ab',
      }).success,
    ).toBe(false);
  });
});
