import { describe, expect, it } from 'vitest';
import { practiceProfileSchema } from '../../../src-shared/domain/practice-profile.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';

const id = (n: number): string => `0195f000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const person = { id: id(1), firstName: 'Anna', lastName: 'Berg', email: null, phone: null, fax: null, npi: null };
const address = { id: id(3), purpose: 'remittance', street: null, city: null, state: null, zip: '01103' };
const organization = {
  id: id(2),
  kind: 'group',
  name: 'Harborview',
  npi: null,
  taxId: null,
  providerIds: [],
  addresses: [address],
};

const problemsOf = (profile: object) => {
  const parsed = practiceProfileSchema.safeParse({ people: [], organizations: [], ...profile });
  return parsed.success ? [] : fieldProblems(parsed.error);
};

describe('a practice profile', () => {
  it('brings everything into its normal form', () => {
    const typed = {
      people: [{ ...person, email: ' Anna@Harborview.Example ', phone: '(413) 555-0123', fax: '  ' }],
      organizations: [{ ...organization, taxId: '12-3456789', addresses: [{ ...address, state: 'ma', city: '' }] }],
    };
    expect(practiceProfileSchema.parse(typed)).toEqual({
      people: [{ ...person, email: 'anna@harborview.example', phone: '4135550123' }],
      organizations: [{ ...organization, taxId: '123456789', addresses: [{ ...address, state: 'MA' }] }],
    });
  });

  it('stays the same when it is read again', () => {
    const once = practiceProfileSchema.parse({ people: [person], organizations: [organization] });
    expect(practiceProfileSchema.parse(once)).toEqual(once);
  });

  it.each<[string, object, string, string]>([
    ['a name', { people: [{ ...person, lastName: ' ' }] }, 'people.0.lastName', 'required'],
    ['an email address', { people: [{ ...person, email: 'anna' }] }, 'people.0.email', 'email_format'],
    ['a fax number', { people: [{ ...person, fax: '12' }] }, 'people.0.fax', 'phone_format'],
    ['an NPI', { organizations: [{ ...organization, npi: '1234567890' }] }, 'organizations.0.npi', 'npi_check_digit'],
    ['a Tax ID', { organizations: [{ ...organization, taxId: '12' }] }, 'organizations.0.taxId', 'tin_format'],
    [
      'a state',
      { organizations: [{ ...organization, addresses: [{ ...address, state: 'Mass' }] }] },
      'organizations.0.addresses.0.state',
      'state_format',
    ],
    [
      'a ZIP code',
      { organizations: [{ ...organization, addresses: [{ ...address, zip: '' }] }] },
      'organizations.0.addresses.0.zip',
      'required',
    ],
    ['the same person twice', { people: [person, person] }, 'people.1.id', 'duplicate'],
    [
      'two provider IDs at one portal',
      {
        organizations: [
          { ...organization, providerIds: ['1', '2'].map((providerId) => ({ portalId: 'cca', providerId })) },
        ],
      },
      'organizations.0.providerIds.1.portalId',
      'duplicate',
    ],
  ])('names the field where %s is wrong', (_, profile, path, code) => {
    expect(problemsOf(profile)).toContainEqual({ path, code });
  });
});
