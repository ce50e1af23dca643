import { describe, expect, it } from 'vitest';
import { prefilled } from '../../../../src-renderer/components/wizard/prefill.ts';
import { portals } from '../../../../src-shared/portals/catalogue.ts';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import { validateAnswers } from '../../../../src-shared/portals/answers.ts';
import type { Field } from '../../../../src-shared/portals/definition.ts';
import { drLopez, harborviewGroup, nora } from '../../practice-fixtures.ts';

const { steps } = cca.registration;
const whole = { portalId: 'cca', person: nora, organization: harborviewGroup };

describe('the practice profile in a wizard', () => {
  it('answers what a group is asked at CCA, ZIP code of the remittance address (C11)', () => {
    expect(prefilled(steps, {}, whole)).toEqual({
      firstName: 'Nora',
      lastName: 'Quist',
      email: 'nora.quist@harborview.example',
      phone: '4135550123',
      providerType: 'group',
      groupName: 'Harborview Family Medicine',
      taxId: '123456789',
      providerId: 'CCA-100772',
      zip: '01103',
    });
  });

  it('answers a practitioner by first and last name, and nothing that the profile does not know', () => {
    expect(prefilled(steps, {}, { portalId: 'cca', person: null, organization: drLopez })).toEqual({
      providerType: 'practitioner',
      practitionerFirstName: 'Maria',
      practitionerLastName: 'Lopez',
      taxId: '987654321',
    });
  });

  it('does not guess which of three words is the last name', () => {
    const organization = { ...drLopez, name: 'Maria Lopez Vega' };
    const filled = prefilled(steps, {}, { portalId: 'cca', person: null, organization });
    expect(filled).not.toHaveProperty('practitionerFirstName');
    expect(filled).not.toHaveProperty('practitionerLastName');
  });

  it('leaves what was typed', () => {
    const typed = { firstName: 'Anna', zip: '02108', email: ' ' };
    const filled = prefilled(steps, typed, whole);
    expect(filled).not.toHaveProperty('firstName');
    expect(filled).not.toHaveProperty('zip');
    expect(filled['email']).toBe('nora.quist@harborview.example');
  });

  it('gives no portal the provider ID of another one', () => {
    expect(prefilled(steps, {}, { ...whole, portalId: 'other' })).not.toHaveProperty('providerId');
  });

  it('leaves out secret fields and choices without that option', () => {
    const fields: Field[] = [
      { id: 'firstName', label: 'Name', kind: 'line', required: true, secret: true },
      { id: 'providerType', label: 'Type', kind: 'choice', required: true, options: [{ value: 'lab', label: 'Lab' }] },
      { id: 'contact', label: 'Fax', kind: 'fax', required: true },
    ];
    expect(prefilled([{ id: 'one', title: 'One', action: 'Next', fields }], {}, whole)).toEqual({
      contact: '4135550124',
    });
  });

  it('A4, A5: answers where the organization is, by an address whose street is known, and its Tax ID as a list', () => {
    const filled = prefilled(carelonMbm.registration.steps, {}, { ...whole, portalId: 'carelon-mbm' });
    expect(filled).toMatchObject({
      organizationName: 'Harborview Family Medicine',
      street: '12 Harbor Street',
      city: 'Springfield',
      state: 'MA',
      zip: '01109',
      fax: '4135550124',
      taxIds: ['123456789'],
    });
    for (const secret of ['username', 'password', 'securityAnswer1']) expect(filled).not.toHaveProperty(secret);
  });

  it('leaves a list that was begun, and fills one of empty boxes', () => {
    const { steps: asked } = carelonMbm.registration;
    expect(prefilled(asked, { taxIds: ['98'] }, whole)).not.toHaveProperty('taxIds');
    expect(prefilled(asked, { taxIds: ['', ' '] }, whole)['taxIds']).toEqual(['123456789']);
  });

  it('D4, D5: answers with the NPI where either number serves, else with the portal’s own', () => {
    const { steps: asked } = providerCentral.linkAccount;
    expect(prefilled(asked, {}, { ...whole, portalId: 'provider-central' })).toEqual({
      organizationNumber: '1234567893',
      taxId: '123456789',
    });
    const organization = {
      ...harborviewGroup,
      npi: null,
      providerIds: [{ portalId: 'provider-central', providerId: 'P204417' }],
    };
    const filled = prefilled(asked, {}, { portalId: 'provider-central', person: null, organization });
    expect(filled['organizationNumber']).toBe('P204417');
  });

  it.each(portals.map((portal) => [portal.name, portal] as const))('is valid at %s', (_, portal) => {
    for (const task of [portal.registration, portal.linkAccount].filter((flow) => flow !== undefined)) {
      const filled = prefilled(task.steps, {}, { ...whole, portalId: portal.id });
      expect(Object.keys(filled).length).toBeGreaterThan(0);
      const checked = validateAnswers(task.steps, filled, portal.passwordPolicy);
      const problems = checked.ok ? [] : checked.error.map(({ path }) => path);
      for (const path of problems) expect(Object.keys(filled)).not.toContain(path);
    }
  });
});
