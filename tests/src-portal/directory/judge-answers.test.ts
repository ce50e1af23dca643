import { describe, expect, it } from 'vitest';
import { cca } from '../../../src-shared/portals/cca.ts';
import { judgeAnswers as judge } from '../../../src-portal/directory/judge-answers.ts';
import type { ListedProvider } from '../../../src-portal/directory/listed-provider.ts';
import type { SeededProvider } from '../../../src-portal/seeds/seeded-provider.ts';
import { harborviewFamilyMedicine, samuelOkafor } from '../../../src-portal/seeds/demo-directory.ts';

const listed = (provider: SeededProvider): ListedProvider => ({
  organization: {
    id: '01890000-0000-7000-8000-000000000001',
    portal_id: 'cca',
    provider_type: provider.providerType,
    name: provider.name,
    first_name: provider.person?.firstName ?? null,
    last_name: provider.person?.lastName ?? null,
    provider_id: provider.providerId,
    tax_id: provider.taxId,
    npi: provider.npi,
    street: null,
    city: provider.city,
    state: 'MA',
    services: [...(provider.services ?? [])],
    version: 1,
    feed_position: 0,
    feed_floor: 0,
  },
  zips: provider.zips,
});

const group = {
  providerType: 'group',
  groupName: 'Harborview Family Medicine',
  taxId: '043182657',
  providerId: 'G204417',
  zip: '02169',
};
const practitioner = {
  providerType: 'practitioner',
  practitionerFirstName: 'Samuel',
  practitionerLastName: 'Okafor',
  taxId: '462907314',
  providerId: 'P518203',
  zip: '01608',
};

const judgeAnswers = (answers: Record<string, string>, provider: ListedProvider) => judge(cca, answers, provider);

const wrong = (answers: Record<string, string>, provider: SeededProvider): string[] =>
  judgeAnswers(answers, listed(provider))
    .filter((fact) => !fact.matches)
    .map((fact) => fact.field);

describe('C4: a group', () => {
  it('is matched on name, Tax ID, Provider ID and ZIP code', () => {
    expect(judgeAnswers(group, listed(harborviewFamilyMedicine))).toEqual([
      { field: 'groupName', matches: true },
      { field: 'taxId', matches: true },
      { field: 'providerId', matches: true },
      { field: 'zip', matches: true, purpose: 'remittance' },
    ]);
  });

  it('C11: takes the practice address where the remittance address does not match, and no other', () => {
    expect(judgeAnswers({ ...group, zip: '02171' }, listed(harborviewFamilyMedicine)).at(-1)).toEqual({
      field: 'zip',
      matches: true,
      purpose: 'practice',
    });
    expect(wrong({ ...group, zip: '02170' }, harborviewFamilyMedicine)).toEqual(['zip']);
  });

  it('names each field that differs', () => {
    expect(wrong({ ...group, groupName: 'Harbor', zip: '01001' }, harborviewFamilyMedicine)).toEqual([
      'groupName',
      'zip',
    ]);
    expect(wrong({ ...group, taxId: '043182658', providerId: 'G204418' }, harborviewFamilyMedicine)).toEqual([
      'taxId',
      'providerId',
    ]);
  });
});

describe('C2, C3: a practitioner', () => {
  it.each(['01608', '01605', '01602', '01545', '01545-1234'])('is matched on any listed ZIP code: %s', (zip) => {
    expect(wrong({ ...practitioner, zip }, samuelOkafor)).toEqual([]);
  });

  it('is matched on both names', () => {
    expect(wrong({ ...practitioner, practitionerFirstName: 'Sam' }, samuelOkafor)).toEqual(['practitionerFirstName']);
    expect(wrong({ ...practitioner, practitionerLastName: 'Samuel' }, samuelOkafor)).toEqual(['practitionerLastName']);
  });

  it('is not matched on a ZIP code that is not listed', () => {
    expect(wrong({ ...practitioner, zip: '02169' }, samuelOkafor)).toEqual(['zip']);
  });
});
