import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOfText, paragraphOfText } from '../../../src-shared/domain/text.ts';
import { passcodeSchema } from '../../../src-shared/domain/passcode.ts';

const problem = (typed: unknown): string | undefined => lineOfText(10).safeParse(typed).error?.issues[0]?.message;

describe('human text', () => {
  it('is trimmed and in normal form C', () => {
    expect(lineOfText(10).parse('  Zoe\u0308 ')).toBe('Zoë');
  });
  it.each([
    ['', 'required'],
    ['   ', 'required'],
    [7, 'required'],
    ['12345678901', 'too_long'],
    ['a\u0000b', 'forbidden_characters'],
    ['a\nb', 'forbidden_characters'],
    ['a\u202eb', 'forbidden_characters'],
    ['a\ud83db', 'forbidden_characters'],
    ['\ude00', 'forbidden_characters'],
  ])('refuses %j with %s', (typed, code) => {
    expect(problem(typed)).toBe(code);
  });
  it('may break its lines where it is a paragraph', () => {
    expect(paragraphOfText(20).parse('one\n\ttwo')).toBe('one\n\ttwo');
    expect(paragraphOfText(20).safeParse('one\u0007').success).toBe(false);
    // two halves of a letter do not become one
    expect(paragraphOfText(20).safeParse('\ud83d\n\ude00').success).toBe(false);
  });
  it('either refuses with a problem of ours or keeps within its bounds, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        const parsed = lineOfText(10).safeParse(typed);
        if (parsed.success) expect(Array.from(parsed.data).length).toBeLessThanOrEqual(10);
        else expect(['required', 'too_long', 'forbidden_characters']).toContain(parsed.error.issues[0]?.message);
      }),
    );
  });
});

describe('passcode', () => {
  it('may be typed in groups', () => {
    expect(passcodeSchema.parse(' 123 456 ')).toBe('123456');
  });
  it.each(['12345', '1234567', '12345a', '١٢٣٤٥٦'])('refuses %s', (typed) => {
    expect(passcodeSchema.safeParse(typed).error?.issues[0]?.message).toBe('passcode_format');
  });
});
