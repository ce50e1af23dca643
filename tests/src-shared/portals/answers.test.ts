import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateAnswers, type Answers } from '../../../src-shared/portals/answers.ts';
import { carelonMbm } from '../../../src-shared/portals/carelon-mbm.ts';
import { providerCentral } from '../../../src-shared/portals/provider-central.ts';
import { cca } from '../../../src-shared/portals/cca.ts';

const steps = cca.registration.steps;
const group: Answers = {
  firstName: 'Robin',
  lastName: 'Vale',
  email: 'Robin.Vale@example.com',
  phone: '(617) 555-0142',
  password: 'kestrel over water',
  passwordAgain: 'kestrel over water',
  providerType: 'group',
  groupName: 'Harborview Family Medicine',
  taxId: '04-2103580',
  providerId: 'cca-100200',
  zip: '02139',
  providerAgreement: true,
};
const check = (answers: Answers) => validateAnswers(steps, answers, cca.passwordPolicy);

describe('answers to a definition', () => {
  it('come back in their normal form', () => {
    expect(check(group)).toEqual({
      ok: true,
      value: {
        ...group,
        email: 'robin.vale@example.com',
        phone: '6175550142',
        taxId: '042103580',
        providerId: 'CCA-100200',
      },
    });
  });

  it('leave out what is not asked: the other provider type, unknown fields, an empty optional field', () => {
    const checked = check({ ...group, phone: '', practitionerFirstName: '\u0000', somethingElse: 'x' });
    expect(checked.ok && Object.keys(checked.value)).toEqual(Object.keys(group).filter((field) => field !== 'phone'));
  });

  it('C2: a practitioner is asked for the names instead of the group', () => {
    expect(check({ ...group, providerType: 'practitioner' })).toEqual({
      ok: false,
      error: [
        { path: 'practitionerFirstName', code: 'required' },
        { path: 'practitionerLastName', code: 'required' },
      ],
    });
  });

  it.each([
    ['email', 'robin', 'email_format'],
    ['phone', '555', 'phone_format'],
    ['password', 'short', 'password_too_short'],
    ['passwordAgain', 'another', 'password_mismatch'],
    ['providerType', 'clinic', 'not_an_option'],
    ['taxId', '000-12-3456', 'ssn_invalid'],
    ['providerId', '<script>', 'provider_id_format'],
    ['zip', '2139', 'zip_format'],
    ['providerAgreement', false, 'not_accepted'],
    ['firstName', 'x'.repeat(81), 'too_long'],
  ])('name the field: %s = %s is %s', (field, typed, code) => {
    const checked = check({ ...group, [field]: typed });
    expect(checked.ok ? [] : checked.error).toContainEqual({ path: field, code });
  });

  it('answer with problems of known fields, never with an exception, whatever is typed', () => {
    const known = new Set(steps.flatMap((step) => step.fields.map((field) => field.id)));
    const anything = fc.dictionary(
      fc.oneof(fc.constantFrom(...known), fc.string()),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean()),
    );
    fc.assert(
      fc.property(anything, (answers) => {
        const checked = check(answers);
        for (const problem of checked.ok ? [] : checked.error) expect(known).toContain(problem.path);
      }),
    );
  });
});

describe('answers that are lists (A5)', () => {
  const [step] = carelonMbm.registration.steps.filter(({ id }) => id === 'application-selection');
  const asked: Answers = { application: 'health-plan-utilization-review', providerIdentifier: 'tax-id' };
  const checkLists = (answers: Answers) =>
    validateAnswers(step === undefined ? [] : [step], { ...asked, ...answers }, carelonMbm.passwordPolicy);

  it('come back in their normal form, item by item', () => {
    const given = { taxIds: [' 04-2103580', '123-45-6789'], healthPlans: ['quabbin'] };
    expect(checkLists(given)).toEqual({
      ok: true,
      value: { ...asked, taxIds: ['042103580', '123456789'], healthPlans: ['quabbin'] },
    });
  });

  it('name the place of each problem, and an item that is there twice, however it is written', () => {
    expect(checkLists({ taxIds: ['04-2103580', '042103580', '', '000-12-3456'] })).toEqual({
      ok: false,
      error: [
        { path: 'taxIds.1', code: 'duplicate' },
        { path: 'taxIds.2', code: 'required' },
        { path: 'taxIds.3', code: 'ssn_invalid' },
      ],
    });
  });

  it('are required as a whole', () => {
    for (const taxIds of [[], '']) expect(checkLists({ taxIds }).ok).toBe(false);
    expect(checkLists({ taxIds: ['04-2103580'], healthPlans: [] })).toMatchObject({ ok: true });
  });
});

describe('a step that is not in sight (D5)', () => {
  it('asks for nothing and brings nothing', () => {
    const { steps: ways } = providerCentral.linkAccount;
    const answers = { organizationNumber: '1234567893', taxId: '04-2103580', associationRoute: 'mailed-pin' };
    expect(validateAnswers(ways, { ...answers, claim1ClaimNumber: 'x' }, providerCentral.passwordPolicy)).toEqual({
      ok: true,
      value: { ...answers, taxId: '042103580' },
    });
    const claims = validateAnswers(ways, { ...answers, associationRoute: 'claims' }, providerCentral.passwordPolicy);
    expect(claims.ok ? [] : claims.error.map(({ path }) => path)).toContain('claim2CheckNumber');
  });
});

describe('fields that have to differ (A3)', () => {
  it('are both told, capitals and spaces apart', () => {
    const [step] = carelonMbm.registration.steps.filter(({ id }) => id === 'login-information');
    const checked = validateAnswers(
      step === undefined ? [] : [step],
      { securityAnswer1: 'Otter Lane', securityAnswer2: ' otter lane ', securityAnswer3: 'Holyoke' },
      carelonMbm.passwordPolicy,
    );
    const duplicates = (checked.ok ? [] : checked.error).filter(({ code }) => code === 'duplicate');
    expect(duplicates.map(({ path }) => path)).toEqual(['securityAnswer1', 'securityAnswer2']);
  });
});
