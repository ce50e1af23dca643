import { describe, expect, it } from 'vitest';
import { passwordPolicyAlone, passwordPolicyWithMfa, passwordProblem } from '../../../src-shared/domain/password.ts';

const problem = (password: string, email = ''): string | null =>
  passwordProblem(password, passwordPolicyWithMfa, email);

describe('password policy (NIST SP 800-63B-4)', () => {
  it('asks for eight characters with a second factor and fifteen without', () => {
    expect(problem('kestrel')).toBe('password_too_short');
    expect(problem('kestrel8')).toBeNull();
    expect(passwordProblem('fourteen chars', passwordPolicyAlone)).toBe('password_too_short');
    expect(passwordProblem('fifteen charact', passwordPolicyAlone)).toBeNull();
  });

  it('wants no capitals, digits or signs, and takes spaces and any script', () => {
    expect(problem('correct horse battery staple')).toBeNull();
    expect(problem('größe und höhe')).toBeNull();
  });

  it('counts characters, not code units', () => {
    expect(problem('🐎🐎🐎🐄🐎')).toBe('password_too_short');
    expect(problem('x'.repeat(40) + 'yz'.repeat(40))).toBeNull();
    expect(problem('ab'.repeat(2) + 'c'.repeat(260))).toBe('password_too_long');
  });

  it.each(['Password1', 'QWERTYUIOP', 'welcome2026', 'aaaaaaaaaa', 'abcabcabc', '12345678', '87654321', 'abcdefgh'])(
    'refuses the well-known or trivial %s',
    (password) => {
      expect(problem(password)).toBe('password_common');
    },
  );

  it("refuses the person's own address", () => {
    expect(problem('anna.berg-99', 'anna.berg@example.com')).toBe('password_contains_email');
    expect(problem('ann-kestrel-9', 'ann@example.com')).toBeNull();
  });
});
