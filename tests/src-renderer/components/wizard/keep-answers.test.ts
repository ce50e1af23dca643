import { describe, expect, it } from 'vitest';
import { proposeToKeep } from '../../../../src-renderer/components/wizard/keep-answers.ts';
import { prefilled } from '../../../../src-renderer/components/wizard/prefill.ts';
import { emptyPracticeProfile, practiceProfileSchema } from '../../../../src-shared/domain/practice-profile.ts';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import type { Answers } from '../../../../src-shared/portals/answers.ts';
import { fixtureId } from '../../fixtures.ts';
import { harborviewGroup, nora, practiceProfile } from '../../practice-fixtures.ts';

const { steps } = cca.registration;
const answers: Answers = {
  ...prefilled(steps, {}, { portalId: 'cca', person: nora, organization: harborviewGroup }),
  password: 'seven quiet otters',
  passwordAgain: 'seven quiet otters',
  providerAgreement: true,
};

const task = (given: Answers) => {
  let made = 9000;
  return { portalId: 'cca', steps, answers: given, newId: () => fixtureId((made += 1)) };
};

describe('what a completed wizard brings to the practice profile', () => {
  it('is nothing where the profile says it all', () => {
    expect(proposeToKeep(practiceProfile, task(answers))).toEqual({ profile: practiceProfile, changes: [] });
  });

  it('is a person and an organization where there was nothing', () => {
    const { profile, changes } = proposeToKeep(emptyPracticeProfile, task(answers));
    expect(practiceProfileSchema.parse(profile)).toEqual(profile);
    expect(profile).toMatchObject({
      people: [{ firstName: 'Nora', lastName: 'Quist', email: nora.email, phone: '4135550123', npi: null }],
      organizations: [
        {
          kind: 'group',
          name: 'Harborview Family Medicine',
          taxId: '123456789',
          providerIds: [{ portalId: 'cca', providerId: 'CCA-100772' }],
          addresses: [{ purpose: 'other', zip: '01103' }],
        },
      ],
    });
    expect(changes.map(({ label, from, to }) => [label, from, to])).toEqual([
      ['Person', null, 'Nora Quist'],
      ['Email', null, nora.email],
      ['Phone', null, '413-555-0123'],
      ['Organization', null, 'Harborview Family Medicine'],
      ['Tax ID', null, '•••••6789'],
      ['Provider ID', null, 'CCA-100772'],
      ['ZIP code', null, '01103'],
    ]);
  });

  it('fills the same wizard in the next time', () => {
    const { profile } = proposeToKeep(emptyPracticeProfile, task(answers));
    const [person = null] = profile.people;
    const [organization = null] = profile.organizations;
    const { password: _, passwordAgain: __, providerAgreement: ___, ...rest } = answers;
    expect(prefilled(steps, {}, { portalId: 'cca', person, organization })).toEqual(rest);
  });

  it('carries no secret', () => {
    expect(JSON.stringify(proposeToKeep(emptyPracticeProfile, task(answers)))).not.toContain('otters');
  });

  it('is what differs, and keeps what was not asked', () => {
    const { profile, changes } = proposeToKeep(
      practiceProfile,
      task({ ...answers, phone: '4135550199', zip: '02108' }),
    );
    expect(changes).toEqual([
      { subject: 'Nora Quist', label: 'Phone', from: '413-555-0123', to: '413-555-0199' },
      { subject: 'Harborview Family Medicine', label: 'ZIP code', from: null, to: '02108' },
    ]);
    expect(profile.people).toEqual([{ ...nora, phone: '4135550199' }]);
    expect(profile.organizations[0]).toMatchObject({ npi: '1234567893' });
    expect(profile.organizations[0]?.addresses.slice(0, 2)).toEqual(harborviewGroup.addresses);
  });

  it('tells of a Tax ID that differs before its last four digits, and shows no more of it', () => {
    const { changes } = proposeToKeep(practiceProfile, task({ ...answers, taxId: '993456789' }));
    expect(changes).toEqual([{ subject: harborviewGroup.name, label: 'Tax ID', from: '•••••6789', to: '•••••6789' }]);
  });

  it('adds another person instead of renaming one', () => {
    const { profile } = proposeToKeep(
      practiceProfile,
      task({ ...answers, firstName: 'Anna', lastName: 'Berg', email: 'anna.berg@harborview.example' }),
    );
    expect(profile.people).toHaveLength(2);
    expect(profile.people[0]).toEqual(nora);
  });

  it('tells practitioners apart who share a Tax ID', () => {
    const { profile } = proposeToKeep(
      practiceProfile,
      task({
        providerType: 'practitioner',
        practitionerFirstName: 'Maria',
        practitionerLastName: 'Lopez',
        taxId: '123456789',
      }),
    );
    expect(profile.organizations.map(({ name, kind }) => [name, kind])).toEqual([
      ['Harborview Family Medicine', 'group'],
      ['Maria Lopez', 'practitioner'],
    ]);
  });

  it('A5: takes the whole address, and of several Tax IDs the first', () => {
    const { profile, changes } = proposeToKeep(emptyPracticeProfile, {
      ...task({
        firstName: 'Nora',
        lastName: 'Quist',
        organizationName: 'Harborview Family Medicine',
        street: '12 Harbor Street',
        city: 'Springfield',
        state: 'MA',
        zip: '01109',
        taxIds: ['123456789', '987654321'],
        username: 'nora.quist.desk',
      }),
      portalId: 'carelon-mbm',
      steps: carelonMbm.registration.steps,
    });
    expect(practiceProfileSchema.parse(profile)).toEqual(profile);
    expect(profile.organizations).toMatchObject([
      {
        taxId: '123456789',
        providerIds: [],
        addresses: [
          { purpose: 'practice', street: '12 Harbor Street', city: 'Springfield', state: 'MA', zip: '01109' },
        ],
      },
    ]);
    expect(changes).toContainEqual({
      subject: 'Harborview Family Medicine',
      label: 'Address',
      from: null,
      to: '12 Harbor Street, Springfield, MA 01109',
    });
    expect(JSON.stringify(profile)).not.toContain('nora.quist.desk');
  });

  it.each([
    ['1993999998', { npi: '1993999998', providerIds: harborviewGroup.providerIds }],
    [
      'P204417',
      {
        npi: harborviewGroup.npi,
        providerIds: [...harborviewGroup.providerIds, { portalId: 'provider-central', providerId: 'P204417' }],
      },
    ],
  ])('D5: tells an NPI from the portal’s own number: %s', (organizationNumber, expected) => {
    const { profile } = proposeToKeep(practiceProfile, {
      ...task({ organizationNumber, taxId: '123456789' }),
      portalId: 'provider-central',
      steps: providerCentral.linkAccount.steps,
    });
    expect(profile.organizations).toMatchObject([{ id: harborviewGroup.id, ...expected }]);
  });

  it('needs a name for an organization that is not known', () => {
    expect(proposeToKeep(emptyPracticeProfile, task({ taxId: '123456789' }))).toEqual({
      profile: emptyPracticeProfile,
      changes: [],
    });
  });
});
