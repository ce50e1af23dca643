import { describe, expect, it } from 'vitest';
import { emailSchema } from '../../../src-shared/domain/email.ts';
import { phoneSchema } from '../../../src-shared/domain/phone.ts';
import { personNameSchema } from '../../../src-shared/domain/text.ts';
import { danaWhitfield } from '../../../src-portal/seeds/demo-accounts.ts';
import { personMaker } from '../../../src-portal/seeds/person-maker.ts';
import { firstNames, lastNames } from '../../../src-portal/seeds/person-names.ts';
import { seededRandom } from '../../../src-portal/seeds/seeded-random.ts';

const make = (count: number) => {
  const newPerson = personMaker(seededRandom('test'), [danaWhitfield]);
  return Array.from({ length: count }, newPerson);
};

describe('people', () => {
  it('have names, addresses and phones that the portal itself would take', () => {
    for (const person of make(500)) {
      expect(personNameSchema.parse(person.firstName)).toBe(person.firstName);
      expect(personNameSchema.parse(person.lastName)).toBe(person.lastName);
      expect(emailSchema.parse(person.email)).toBe(person.email);
      expect(phoneSchema.parse(person.phone)).toBe(person.phone);
      expect(person.phone.slice(3, 8)).toBe('55501');
    }
  });

  it('have one address each, however many share a name', () => {
    const emails = make(100_000).map(({ email }) => email.split('@')[0]);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails).not.toContain('dana.whitfield');
  });

  it('are the same each time', () => {
    expect(make(50)).toEqual(make(50));
  });

  it('have names from many places, some with accents', () => {
    const people = make(2_000);
    const names = new Set(people.map(({ firstName, lastName }) => `${firstName} ${lastName}`));
    expect(names.size).toBeGreaterThan(1_800);
    expect([...names].filter((name) => /[^\p{ASCII}]/u.test(name)).length).toBeGreaterThan(100);
    expect(firstNames.length * lastNames.length).toBeGreaterThan(30_000);
  });
});
