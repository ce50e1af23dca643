import { describe, expect, it } from 'vitest';
import { carelonPostAcute } from '../../../src-shared/portals/carelon-post-acute.ts';
import { cca } from '../../../src-shared/portals/cca.ts';
import { showsDirectory } from '../../../src-shared/portals/catalogue.ts';
import { validateAnswers, type Answers } from '../../../src-shared/portals/answers.ts';

const [terms, provider, account] = carelonPostAcute.registration.steps;
const fieldOf = (id: string) =>
  carelonPostAcute.registration.steps.flatMap((step) => step.fields).find((field) => field.id === id);

describe('Carelon Post-Acute Provider Portal', () => {
  it('E1, E3: a passcode by email or an authenticator app follows the password', () => {
    expect(carelonPostAcute.passcodeMethods).toEqual(['email', 'authenticator']);
    expect(carelonPostAcute.passwordPolicy.minLength).toBe(8);
  });

  it('E4: Accept the terms, then Begin', () => {
    expect(terms?.title).toBe('Agree to Terms');
    expect(terms?.fields.map(({ kind, label }) => [kind, label])).toEqual([['agreement', 'Accept']]);
    expect(terms?.agreement?.paragraphs.length).toBeGreaterThan(0);
    expect(terms?.action).toBe('Begin');
  });

  it('E4: says before that everybody has an own account and what is needed', () => {
    const told = terms?.section?.paragraphs.join(' ') ?? '';
    expect(told).toContain('registers an account of their own; accounts are not shared');
    expect(told).toContain('10-digit NPI and its Tax ID');
    expect(told).toContain('business phone and fax');
  });

  it('E4: asks for Provider Type, Provider NPI, the organization and the Tax ID, and leaves by Continue', () => {
    expect(provider?.fields.map(({ label }) => label)).toEqual([
      'Provider Type',
      'Provider NPI',
      'Organization',
      'Tax ID',
    ]);
    expect(provider?.fields.every(({ required }) => required)).toBe(true);
    expect(provider?.action).toBe('Continue');
    expect(provider?.checksEligibility).toBe(true);
  });

  it('E4: serves these kinds of providers, in a drop-down', () => {
    expect(fieldOf('providerType')?.options?.map(({ label }) => label)).toEqual([
      'Home Health',
      'DMEPOS',
      'PAC-IM',
      'SDoH',
      'Wound Care',
    ]);
  });

  it('E4: shows providers that match the NPI, to select the organization', () => {
    expect(fieldOf('organization')).toMatchObject({ kind: 'organization', matchesOf: 'providerNpi' });
    expect(fieldOf('providerNpi')?.kind).toBe('npi');
    expect(showsDirectory(carelonPostAcute)).toBe(true);
    expect(showsDirectory(cca)).toBe(false);
  });

  it('E4: names the line for an organization that is not found, and the option to press', () => {
    expect(carelonPostAcute.support).toMatchObject([{ phone: '1-844-411-9622', option: '4' }]);
    expect(fieldOf('organization')?.hint).toContain('1-844-411-9622, option 4');
  });

  it('E4: the other fields with business email, phone and fax, all required, then Submit', () => {
    expect(account?.fields.map(({ label }) => label)).toEqual([
      'First Name',
      'Last Name',
      'Business email address',
      'Business phone number',
      'Business fax number',
      'Password',
      'Password again',
    ]);
    expect(account?.fields.every(({ required }) => required)).toBe(true);
    expect(fieldOf('email')?.hint).toContain('No duplicates allowed');
    expect(account?.action).toBe('Submit');
  });

  it('links one more organization by the same fields and terms', () => {
    expect(carelonPostAcute.linkAccount.steps.map(({ id, action }) => [id, action])).toEqual([
      ['provider', 'Continue'],
      ['terms', 'Submit'],
    ]);
  });
});

describe('answers to it', () => {
  const answers: Answers = {
    terms: true,
    providerType: 'home-health',
    providerNpi: '1234567893',
    organization: '1234567893',
    taxId: '04-2586391',
    firstName: 'June',
    lastName: 'Abara',
    email: 'June.Abara@example.com',
    phone: '(617) 555-0155',
    fax: '617.555.0156',
    password: 'lantern on the quay',
    passwordAgain: 'lantern on the quay',
  };
  const check = (changed: Answers) =>
    validateAnswers(carelonPostAcute.registration.steps, { ...answers, ...changed }, carelonPostAcute.passwordPolicy);

  it('come back in their normal form', () => {
    expect(check({})).toEqual({
      ok: true,
      value: {
        ...answers,
        taxId: '042586391',
        email: 'june.abara@example.com',
        phone: '6175550155',
        fax: '6175550156',
      },
    });
  });

  it.each([
    ['terms', false, 'not_accepted'],
    ['providerType', 'hospice', 'not_an_option'],
    ['providerNpi', '12345', 'npi_length'],
    ['providerNpi', '1234567890', 'npi_check_digit'],
    ['organization', '', 'required'],
    ['organization', '%', 'provider_id_format'],
    ['fax', '555', 'phone_format'],
    ['fax', '', 'required'],
  ])('name the field: %s = %s is %s', (field, typed, code) => {
    expect(check({ [field]: typed })).toEqual({ ok: false, error: [{ path: field, code }] });
  });
});
