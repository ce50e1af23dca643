import { describe, expect, it } from 'vitest';
import { emailSchema, maskEmail } from '../../../src-shared/domain/email.ts';
import { formatPhone, phoneSchema } from '../../../src-shared/domain/phone.ts';
import { zipMatches, zipSchema } from '../../../src-shared/domain/zip.ts';

describe('ZIP code', () => {
  it.each(['02139', '02139-4307'])('accepts %s', (zip) => {
    expect(zipSchema.parse(zip)).toBe(zip);
  });
  it.each(['2139', '021394', '02139-', '02139-43', 'O2139'])('refuses %s', (zip) => {
    expect(zipSchema.safeParse(zip).error?.issues[0]?.message).toBe('zip_format');
  });
  it('compares +4 only when both sides carry it', () => {
    expect(zipMatches('02139', '02139-4307')).toBe(true);
    expect(zipMatches('02139-4307', '02139')).toBe(true);
    expect(zipMatches('02139-4307', '02139-4308')).toBe(false);
    expect(zipMatches('02139', '02138')).toBe(false);
  });
});

describe('phone', () => {
  it.each(['413-555-0123', '(413) 555-0123', '+1 413.555.0123', '4135550123'])('reads %s', (typed) => {
    expect(phoneSchema.parse(typed)).toBe('4135550123');
  });
  it.each([
    '113-555-0123',
    '413-155-0123',
    '911-555-0123',
    '413-911-0123',
    '413-555-012',
    '+44 20 7946 0958',
    'call me',
  ])('refuses %s', (typed) => {
    expect(phoneSchema.safeParse(typed).error?.issues[0]?.message).toBe('phone_format');
  });
  it('is shown in three groups', () => {
    expect(formatPhone('4135550123')).toBe('413-555-0123');
  });
});

describe('email', () => {
  it('is kept in lower case without surrounding space', () => {
    expect(emailSchema.parse('  Anna.Berg@Example.COM ')).toBe('anna.berg@example.com');
  });
  it.each(['anna', 'anna@', '@example.com', 'a b@example.com', 'a@b', 'anna@example..com'])('refuses %s', (typed) => {
    expect(emailSchema.safeParse(typed).error?.issues[0]?.message).toBe('email_format');
  });
  it('refuses more than 254 characters (RFC 5321)', () => {
    expect(emailSchema.safeParse(`${'a'.repeat(250)}@example.com`).error?.issues[0]?.message).toBe('too_long');
  });
  it('hides all but the first letter', () => {
    expect(maskEmail('anna.berg@example.com')).toBe('a•••@example.com');
  });
});
