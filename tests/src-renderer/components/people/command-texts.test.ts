import { describe, expect, it } from 'vitest';
import { commandKinds } from '../../../../src-shared/domain/command.ts';
import type { PendingCommand } from '../../../../src-shared/ipc/people.ts';
import {
  foremost,
  noteText,
  pendingText,
  refusalText,
  underWay,
} from '../../../../src-renderer/components/people/command-texts.ts';
import { fixtureId, fixtureNow } from '../../fixtures.ts';

const command = (n: number, over: Partial<PendingCommand> = {}): PendingCommand => ({
  id: fixtureId(n),
  kind: 'revoke-user',
  state: 'waiting',
  decidedAt: fixtureNow.toISOString(),
  error: null,
  ...over,
});

describe('what was decided, in a cell', () => {
  it('says how far it is', () => {
    expect(pendingText(command(1))).toBe('Revoke — waiting to be sent');
    expect(pendingText(command(1, { state: 'sending' }))).toBe('Revoke — sending');
    const refused = command(1, { state: 'refused', error: { code: 'last_administrator' } });
    expect(pendingText(refused)).toBe('Revoke — refused: Somebody has to stay administrator');
    expect(noteText(refused)).toBe('Refused: Somebody has to stay administrator');
    expect(noteText(command(1))).toBe(pendingText(command(1)));
  });

  it('has words for every kind of decision', () => {
    const texts = commandKinds.map((kind) => pendingText(command(1, { kind })));
    expect(new Set(texts).size).toBe(commandKinds.length);
    expect(texts.every((text) => !text.includes('undefined'))).toBe(true);
  });

  it('tells a refusal at full length, with who changed it', () => {
    expect(refusalText({ code: 'version_conflict', changedBy: 'Priya Raman', currentStatus: 'active' })).toContain(
      'Priya Raman changed it. The status is now active.',
    );
    expect(refusalText(null)).toBe('The portal gave no reason.');
  });
});

describe('the command that a row shows', () => {
  const refused = command(1, { state: 'refused' });
  const waiting = command(2);
  const sending = command(3, { state: 'sending' });

  it('is the newest under way, else the newest refusal', () => {
    expect(foremost([refused, waiting, sending])).toBe(sending);
    expect(foremost([waiting, refused])).toBe(waiting);
    expect(foremost([refused])).toBe(refused);
    expect(foremost([])).toBeNull();
  });

  it('leaves refusals out of what is under way', () => {
    expect(underWay([refused, waiting, sending])).toEqual([waiting, sending]);
  });
});
