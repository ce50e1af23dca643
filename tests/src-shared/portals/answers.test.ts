import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateAnswers, type Answers } from '../../../src-shared/portals/answers.ts';
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
