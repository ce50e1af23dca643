import type {
  PracticeOrganization,
  PracticePerson,
  PracticeProfile,
} from '../../src-shared/domain/practice-profile.ts';
import { fixtureId } from './fixtures.ts';

export const nora: PracticePerson = {
  id: fixtureId(8001),
  firstName: 'Nora',
  lastName: 'Quist',
  email: 'nora.quist@harborview.example',
  phone: '4135550123',
  fax: '4135550124',
  npi: null,
};

export const harborviewGroup: PracticeOrganization = {
  id: fixtureId(8002),
  kind: 'group',
  name: 'Harborview Family Medicine',
  npi: '1234567893',
  taxId: '123456789',
  providerIds: [{ portalId: 'cca', providerId: 'CCA-100772' }],
  addresses: [
    {
      id: fixtureId(8003),
      purpose: 'practice',
      street: '12 Harbor Street',
      city: 'Springfield',
      state: 'MA',
      zip: '01109',
    },
    { id: fixtureId(8004), purpose: 'remittance', street: null, city: null, state: null, zip: '01103' },
  ],
};

export const drLopez: PracticeOrganization = {
  id: fixtureId(8005),
  kind: 'practitioner',
  name: 'Maria Lopez',
  npi: '1993999998',
  taxId: '987654321',
  providerIds: [],
  addresses: [],
};

export const practiceProfile: PracticeProfile = { people: [nora], organizations: [harborviewGroup] };
