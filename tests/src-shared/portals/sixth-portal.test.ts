import { afterEach, describe, expect, it } from 'vitest';
import { validateAnswers } from '../../../src-shared/portals/answers.ts';
import { findPortal, portals } from '../../../src-shared/portals/catalogue.ts';
import { hostPortal } from '../../portal-answers/host-portal.ts';
import { sixthPortal } from '../../portal-answers/sixth-portal.ts';

const { registration, passwordPolicy } = sixthPortal;
const answers = {
  providerType: 'practitioner',
  practitionerFirstName: ' Samuel ',
  practitionerLastName: 'Okafor',
  npi: '1234567893',
  taxId: '12-3456789',
  providerId: 'sun-77',
  zip: '02139',
  specialty: 'pediatrics',
  firstName: 'Noor',
  lastName: 'Haddad',
  email: 'Noor@Example.com',
  phone: '(413) 555-0123',
  password: 'quiet maple lanterns',
  passwordAgain: 'quiet maple lanterns',
  terms: true,
};

// the wizard and the service with it: tests/src-renderer/features/registration and tests/src-portal, under the same name
describe('a portal that is a definition alone', () => {
  let takeOut = (): void => {};
  afterEach(() => takeOut());

  it('is found once it has its line in the catalogue', () => {
    const others = [...portals];
    expect(findPortal(sixthPortal.id)).toBeUndefined();
    takeOut = hostPortal(sixthPortal);
    expect(findPortal(sixthPortal.id)).toBe(sixthPortal);
    takeOut();
    takeOut = () => {};
    expect(portals).toEqual(others);
  });

  it('has its answers checked by the one validator', () => {
    expect(validateAnswers(registration.steps, answers, passwordPolicy)).toEqual({
      ok: true,
      value: {
        ...answers,
        practitionerFirstName: 'Samuel',
        taxId: '123456789',
        providerId: 'SUN-77',
        email: 'noor@example.com',
        phone: '4135550123',
      },
    });
  });

  it('has rules of its own: fifteen characters, a phone number, a specialty of its list', () => {
    const wrong = { ...answers, password: 'quiet maple', passwordAgain: 'quiet maple', phone: '', specialty: 'magic' };
    expect(validateAnswers(registration.steps, wrong, passwordPolicy)).toEqual({
      ok: false,
      error: [
        { path: 'specialty', code: 'not_an_option' },
        { path: 'phone', code: 'required' },
        { path: 'password', code: 'password_too_short' },
      ],
    });
  });
});
