import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Command } from '../../../../src-shared/domain/command.ts';
import { bodyHash } from '../../../../src-portal/features/commands/body-hash.ts';

const command: Command = {
  id: v7(),
  organizationId: v7(),
  baseVersion: 1,
  decidedAt: '2026-03-02T15:00:00.000Z',
  intent: {
    kind: 'edit-role-and-permissions',
    subjectId: v7(),
    payload: { role: 'user', permissions: ['eligibility', 'claims-status'] },
  },
};

it('does not depend on the order of keys, at any depth', () => {
  const { intent, decidedAt, baseVersion, organizationId, id } = command;
  const { payload, subjectId, kind } = intent;
  const shuffled = { intent: { payload, subjectId, kind }, decidedAt, baseVersion, organizationId, id } as Command;
  expect(bodyHash(shuffled)).toBe(bodyHash(command));
});

it.each([
  ['the version', { ...command, baseVersion: 2 }],
  ['the moment', { ...command, decidedAt: '2026-03-02T15:00:00.001Z' }],
  ['the subject', { ...command, intent: { ...command.intent, subjectId: v7() } as Command['intent'] }],
  [
    'the order of a list',
    {
      ...command,
      intent: {
        ...command.intent,
        payload: { role: 'user', permissions: ['claims-status', 'eligibility'] },
      } as Command['intent'],
    },
  ],
])('depends on %s', (_name, other) => {
  expect(bodyHash(other)).not.toBe(bodyHash(command));
});
