import { describe, expect, it } from 'vitest';
import { isEmailAddress, signInNameSchema, usernameSchema } from '../../../src-shared/domain/username.ts';

describe('a username (A3, D4)', () => {
  it.each([
    ['Harbor.Desk_7', 'harbor.desk_7'],
    ['  nquist-1 ', 'nquist-1'],
    ['abcdef', 'abcdef'],
    [`a${'b'.repeat(63)}`, `a${'b'.repeat(63)}`],
  ])('%j is kept as %j', (typed, kept) => {
    expect(usernameSchema.parse(typed)).toBe(kept);
  });

  it.each([
    ['', 'required'],
    ['abcde', 'username_format'],
    ['1abcdef', 'username_format'],
    ['nora quist', 'username_format'],
    ['nora@example.com', 'username_format'],
    ['zoë.quist', 'username_format'],
    [`a${'b'.repeat(64)}`, 'too_long'],
  ])('%j is refused: %s', (typed, code) => {
    expect(usernameSchema.safeParse(typed).error?.issues[0]?.message).toBe(code);
  });
});

describe('what somebody signs in with (A3, D4, E1)', () => {
  it.each([
    [' Noor.Haddad ', 'noor.haddad', false],
    ['Noor.Haddad@Example.com', 'noor.haddad@example.com', true],
  ])('%j is kept as %j', (typed, kept, isEmail) => {
    expect(signInNameSchema.parse(typed)).toBe(kept);
    expect(isEmailAddress(kept)).toBe(isEmail);
  });

  it.each([
    ['', 'required'],
    ['noor@', 'email_format'],
    ['n h', 'username_format'],
    ['short', 'username_format'],
    [`${'a'.repeat(250)}@example.com`, 'too_long'],
  ])('%j is refused: %s', (typed, code) => {
    expect(signInNameSchema.safeParse(typed).error?.issues[0]?.message).toBe(code);
  });
});
