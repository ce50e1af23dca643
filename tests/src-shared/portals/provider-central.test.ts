import { describe, expect, it } from 'vitest';
import { validateAnswers, type Answers } from '../../../src-shared/portals/answers.ts';
import { providerCentral } from '../../../src-shared/portals/provider-central.ts';

const [profile, terms, account] = providerCentral.registration.steps;
const [organization, route, requestAccess, claims, mailedPin] = providerCentral.linkAccount.steps;
const policy = providerCentral.passwordPolicy;
const labelsOf = (step: { fields: readonly { label: string }[] } | undefined) => step?.fields.map(({ label }) => label);

const linkAnswers: Answers = { organizationNumber: 'M40127', taxId: '04-3617285' };
const claimAnswers = (claim: number): Answers => ({
  [`claim${String(claim)}AdvisoryDate`]: '2025-11-14',
  [`claim${String(claim)}ClaimNumber`]: `25-318-00447${String(claim)}`,
  [`claim${String(claim)}PatientLastName`]: 'Silva',
  [`claim${String(claim)}FirstDateOfService`]: '2025-10-22',
  [`claim${String(claim)}CheckNumber`]: '0047120385',
});

describe('Provider Central', () => {
  it('D1: a personal profile first, then an organization, for providers, office staff and billing agencies', () => {
    expect(profile?.title).toBe('Create your personal profile');
    expect(profile?.section?.paragraphs[0]).toContain('Registration has two steps');
    expect(providerCentral.registration.steps.some(({ checksEligibility }) => checksEligibility === true)).toBe(false);
  });

  it('D2: 15 minutes before approvals and real-time transactions, 24 hours before claims', () => {
    expect(providerCentral.waits).toEqual([
      { id: 'approvals', minutes: 15, label: 'Approving new users' },
      { id: 'transactions', minutes: 15, label: 'Real-time transactions in ConnectCenter' },
      { id: 'claims', minutes: 1440, label: 'Submitting claims with ConnectCenter' },
    ]);
  });

  it('D3: My Organizations > Add an organization', () => {
    expect(providerCentral.labels.manageLinkedAccounts).toBe('My Organizations');
    expect(providerCentral.labels.linkAccount).toBe('Add an organization');
    expect(providerCentral.linkAccount.title).toBe('Add an organization');
    expect(profile?.section?.paragraphs.join(' ')).toContain('My Organizations > Add an organization');
  });

  it('D4: number and role, the terms that are accepted at their end, then username, password and contact information', () => {
    expect(labelsOf(profile)).toEqual(['NPI or Blue Cross provider number', 'Role', 'Billing agency name']);
    expect(profile?.fields[1]?.options?.map(({ label }) => label)).toEqual([
      'Provider',
      'Office Staff or Other Service Provider',
      'Billing Agency',
    ]);
    expect(terms).toMatchObject({ title: 'Terms of Use', action: 'I Agree', agreement: { acceptedAtItsEnd: true } });
    expect(account?.title).toBe('Username, password and contact information');
    expect(providerCentral.signInWith).toBe('username');
  });

  it('D5: the number, the tax ID or social security number, and three options', () => {
    expect(labelsOf(organization)).toEqual(['NPI or Blue Cross provider number', 'Tax ID or Social Security number']);
    expect(organization?.checksEligibility).toBe(true);
    expect(route?.fields[0]?.options?.map(({ value, label }) => [value, label])).toEqual([
      ['administrator', 'Request access from an account administrator'],
      ['claims', 'Request same-day access'],
      ['mailed-pin', 'Request a PIN by U.S. mail'],
    ]);
  });

  it('D6: Request Access names the administrators, Continue; who has none left calls EDI support', () => {
    expect(requestAccess).toMatchObject({ title: 'Request Access', action: 'Continue', showsAdministrators: true });
    expect(route?.fields[0]?.options?.[0]?.hint).toContain('EDI support, 1-800-771-4097 option 2');
    expect(providerCentral.support).toMatchObject([{ name: 'EDI support', phone: '1-800-771-4097', option: '2' }]);
  });

  it('D7: six questions about each of two claims, the last one if applicable', () => {
    const questions = [
      'Advisory date',
      'Claim number',
      'Patient last name',
      'First date of service',
      'Check number (or EFT number)',
      'Patient account number (if applicable)',
    ];
    expect(labelsOf(claims)).toEqual(
      [1, 2].flatMap((claim) => questions.map((each) => `Claim ${String(claim)}: ${each}`)),
    );
    expect(claims?.fields.filter(({ required }) => !required).map(({ id }) => id)).toEqual([
      'claim1PatientAccountNumber',
      'claim2PatientAccountNumber',
    ]);
    expect(claims?.section?.paragraphs[0]).toContain('more than 30 days ago');
    expect(providerCentral.proofs?.claims).toEqual({ count: 2, olderThanDays: 30, tries: 3 });
  });

  it('D8: a PIN within 10 days, sooner by phone or by email, then Enter PIN', () => {
    const told = mailedPin?.section?.paragraphs.join(' ') ?? '';
    expect(told).toContain('by U.S. mail, within 10 days');
    expect(told).toContain('1-800-771-4097, option 2');
    expect(told).toContain('your NPI and the last four digits of your tax ID to ProviderCentral@bcbsma.com');
    expect(providerCentral.proofs?.mailedPin).toEqual({
      withinDays: 10,
      expiresAfterDays: 60,
      enterPin: 'Enter PIN',
      tries: 5,
    });
  });

  it.each([
    ['administrator', {}],
    ['mailed-pin', {}],
    ['claims', { ...claimAnswers(1), ...claimAnswers(2) }],
  ])('D5-D8: the answers of the way %s are enough', (associationRoute, more) => {
    const answers: Answers = { ...linkAnswers, associationRoute, ...more };
    expect(validateAnswers(providerCentral.linkAccount.steps, answers, policy).ok).toBe(true);
  });

  it('D7: only the chosen way’s answers are asked for', () => {
    const checked = validateAnswers(
      providerCentral.linkAccount.steps,
      { ...linkAnswers, associationRoute: 'mailed-pin', ...claimAnswers(1) },
      policy,
    );
    expect(checked).toEqual({
      ok: true,
      value: { organizationNumber: 'M40127', taxId: '043617285', associationRoute: 'mailed-pin' },
    });
  });
});
