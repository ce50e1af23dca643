import { describe, expect, it } from 'vitest';
import { aim } from '../../../src-shared/portals/aim.ts';
import { carelonMbm } from '../../../src-shared/portals/carelon-mbm.ts';
import { associates, type Field } from '../../../src-shared/portals/definition.ts';
import { isVisible } from '../../../src-shared/portals/answers.ts';

const { steps, review } = carelonMbm.registration;
const [userDetails, loginInformation, applicationSelection, terms] = steps;
const fieldOf = (id: string): Field => {
  const field = steps.flatMap((step) => step.fields).find((one) => one.id === id);
  if (field === undefined) throw new Error(`No field is called ${id}`);
  return field;
};
const labelsOf = (fields: readonly Field[] = []) => fields.map(({ label }) => label);

describe('Carelon MBM provider portal', () => {
  it('A1: Register starts Sections 1-4, and the support line is named', () => {
    expect(carelonMbm.registration.title).toBe('Register');
    expect(steps.map(({ title }) => title)).toEqual([
      'Section 1 - User Details',
      'Section 2 - Login Information',
      'Section 3 - Application Selection',
      'Section 4 – Terms of Service',
    ]);
    expect(carelonMbm.support).toMatchObject([{ name: 'Carelon Web Customer Service', phone: '1-800-252-2021' }]);
  });

  it('A2: asks who the person is, and for what organization', () => {
    expect(labelsOf(userDetails?.fields)).toEqual([
      'First Name',
      'Last Name',
      'User Role',
      'Organization name',
      'Organization address',
      'City',
      'State',
      'ZIP code',
      'Email address',
      'Phone',
      'Fax',
    ]);
    expect(userDetails?.fields.every(({ required }) => required)).toBe(true);
    expect(fieldOf('userRole').options?.map(({ label }) => label)).toContain('Ordering Provider');
    // a drop-down, from five options on
    expect(fieldOf('userRole').options?.length).toBeGreaterThanOrEqual(5);
    expect(fieldOf('email').hint).toContain('Required for validation');
  });

  it('A3: username, password and password again, and security questions and answers, all of them required', () => {
    expect(labelsOf(loginInformation?.fields)).toEqual([
      'Username',
      expect.stringMatching(/^Password/u),
      expect.stringMatching(/again|confirm/iu),
      ...[1, 2, 3].flatMap((place) => [`Security Question ${String(place)}`, `Answer ${String(place)}`]),
    ]);
    expect(loginInformation?.fields.every(({ required }) => required)).toBe(true);
    expect(carelonMbm.signInWith).toBe('username');
  });

  it('A4: the Health Plan Utilization Review Program populates Provider Identifier, whose circle says what to enter', () => {
    expect(applicationSelection?.fields[0]?.options?.map(({ label }) => label)).toEqual([
      'Health Plan Utilization Review Program',
    ]);
    const identifier = fieldOf('providerIdentifier');
    expect(identifier.label).toBe('Provider Identifier');
    expect(identifier.help).toBe('Enter the Tax ID (TIN) to locate the associated health plan(s) for your account');
    expect(identifier.options?.map(({ label }) => label)).toEqual(['Tax ID (TIN)']);
    expect(isVisible(identifier, {})).toBe(false);
    expect(isVisible(identifier, { application: 'health-plan-utilization-review' })).toBe(true);
  });

  it('A5: Tax ID (TIN) opens a list of them, whose health plans may be chosen or not', () => {
    const [taxIds, plans] = [fieldOf('taxIds'), fieldOf('healthPlans')];
    expect([taxIds.kind, taxIds.label, taxIds.required]).toEqual(['tax-ids', 'Tax ID (TIN)', true]);
    expect([plans.kind, plans.plansOf, plans.required]).toEqual(['health-plans', 'taxIds', false]);
    for (const field of [taxIds, plans]) {
      expect(isVisible(field, {})).toBe(false);
      expect(isVisible(field, { providerIdentifier: 'tax-id' })).toBe(true);
    }
    expect(carelonMbm.healthPlans?.expected).toBe('Blue Cross Blue Shield of Massachusetts');
  });

  it('A6: I Agree to the Terms of Service, and Next', () => {
    expect(terms?.fields.map(({ kind, label }) => [kind, label])).toEqual([
      ['agreement', 'I Agree to the Terms of Service'],
    ]);
    expect(terms?.action).toBe('Next');
    expect(terms?.agreement?.paragraphs.length).toBeGreaterThan(0);
  });

  it('A7: the form is reviewed, edited, printed and submitted; what is secret is masked', () => {
    expect(review).toMatchObject({
      edit: 'Edit',
      print: 'Print the form',
      showAnswer: 'Show Answer',
      submit: 'Submit Registration',
    });
    const secret = steps.flatMap((step) => step.fields).filter((field) => field.secret === true);
    expect(new Set(secret.map(({ id }) => id))).toEqual(new Set(loginInformation?.fields.map(({ id }) => id)));
  });

  it('A8: staff verify an account after its address was confirmed', () => {
    expect(carelonMbm.verifiesAccounts).toBe(true);
  });

  it('A9, A10: a sign-in that is not used expires in 60 days; no email within 30 minutes is worth a call', () => {
    expect(carelonMbm.unusedSignInDays).toBe(60);
    expect(carelonMbm.emailWithinMinutes).toBe(30);
  });

  it('A11: the labels of the profile are the portal’s', () => {
    expect(carelonMbm.healthPlans).toMatchObject({
      disclaimer: { title: 'HIPAA Disclaimer' },
      agree: 'Agree',
      profile: 'Manage Your User Profile',
      heading: 'Health Plan Utilization Review Programs',
      addNew: 'Add New Health Plan',
      next: 'Next',
    });
    expect(associates(carelonMbm)).toBe(false);
  });

  it('E1, E3: a passcode by email or an authenticator app follows the password', () => {
    expect(carelonMbm.passcodeMethods).toEqual(['email', 'authenticator']);
  });

  it('E2: existing users have 30 days, and the notice tells of email address, password and passcode', () => {
    expect(carelonMbm.migration?.days).toBe(30);
    const notice = carelonMbm.migration?.notice.join(' ') ?? '';
    for (const part of ['multi-factor authentication', 'new username', 'new password', 'one-time passcode'])
      expect(notice).toContain(part);
    expect(aim.migration).toBeUndefined();
  });

  it('B: works as the older brand does', () => {
    for (const same of ['links', 'passwordPolicy', 'signInWith', 'permissions', 'labels'] as const)
      expect(carelonMbm[same]).toEqual(aim[same]);
    for (const own of ['id', 'name', 'payer', 'brand', 'support'] as const)
      expect(carelonMbm[own]).not.toEqual(aim[own]);
  });
});
