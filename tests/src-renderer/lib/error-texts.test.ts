import { describe, expect, it } from 'vitest';
import { errorText } from '../../../src-renderer/lib/error-texts.ts';
import { fieldText } from '../../../src-renderer/lib/field-texts.ts';
import { errorCodes, fieldProblemCodes } from '../../../src-shared/errors.ts';

const isSentence = (text: string): boolean => /^[A-Z].*[.!]$/u.test(text);

describe('the texts of failures', () => {
  it.each(errorCodes)('%s has a title and says what to do', (code) => {
    const { title, message } = errorText({ code });
    expect(title).toMatch(/^[A-Z][^.]{4,60}$/u);
    expect(isSentence(message)).toBe(true);
    expect(`${title} ${message}`).not.toMatch(/undefined|null|NaN|_/u);
  });

  it('has a title of its own for every code', () => {
    const titles = errorCodes.map((code) => errorText({ code }).title);
    expect(new Set(titles).size).toBe(errorCodes.length);
  });

  it.each(fieldProblemCodes)('%s has a sentence for the field', (code) => {
    expect(isSentence(fieldText(code))).toBe(true);
  });

  it('offers a retry only where the same thing may work', () => {
    expect(errorText({ code: 'offline' }).retriable).toBe(true);
    expect(errorText({ code: 'disk_full' }).retriable).toBe(true);
    expect(errorText({ code: 'wrong_credentials' }).retriable).toBe(false);
    expect(errorText({ code: 'last_administrator' }).retriable).toBe(false);
  });

  it('tells the wait, rounded up', () => {
    expect(errorText({ code: 'rate_limited', retryAfterMs: 29_001 }).message).toContain('Wait 30 seconds');
    expect(errorText({ code: 'locked_out', retryAfterMs: 60_001 }).message).toContain('Wait 2 minutes');
    expect(errorText({ code: 'locked_out' }).message).toContain('Wait a moment');
  });

  it('counts the tries left', () => {
    expect(errorText({ code: 'wrong_passcode', triesLeft: 1 }).message).toContain('You have 1 try left.');
    expect(errorText({ code: 'wrong_passcode', triesLeft: 4 }).message).toContain('You have 4 tries left.');
    expect(errorText({ code: 'wrong_passcode' }).message).not.toContain('left');
  });

  it('names who changed it, and to what', () => {
    const text = errorText({
      code: 'version_conflict',
      changedBy: 'Ben Castillo',
      changedAt: new Date(2026, 2, 4, 14, 14).toISOString(),
      currentStatus: 'revoked',
    });
    expect(text.message).toContain('Ben Castillo changed it on Mar 4, 2026, 2:14 PM. The status is now revoked.');
    expect(errorText({ code: 'illegal_transition', changedBy: null }).message).toBe('Somebody changed it.');
  });
});
