import { describe, expect, it } from 'vitest';
import { npiSchema } from '../../../src-shared/domain/npi.ts';
import { hasUnassignedEinPrefix, tinSchema } from '../../../src-shared/domain/tin.ts';
import { zipSchema } from '../../../src-shared/domain/zip.ts';
import { cca } from '../../../src-shared/portals/cca.ts';
import { validateAnswers } from '../../../src-shared/portals/answers.ts';
import { directoryProviders } from '../../../src-portal/seeds/directory-providers.ts';
import {
  harborviewFamilyMedicine,
  lakesideWomensHealth,
  samuelOkafor,
} from '../../../src-portal/seeds/demo-directory.ts';

const providers = directoryProviders();

describe('the seeded directory', () => {
  it('has forty providers, groups and practitioners, the same ones each time', () => {
    expect(providers).toHaveLength(40);
    expect(providers.filter((provider) => provider.providerType === 'practitioner')).toHaveLength(14);
    expect(directoryProviders()).toEqual(providers);
  });

  it('gives each a name, a provider ID and an NPI of its own', () => {
    for (const key of ['name', 'providerId', 'npi'] as const) {
      expect(new Set(providers.map((provider) => provider[key])).size).toBe(providers.length);
    }
  });

  it.each(providers)('has valid numbers and addresses for $name', (provider) => {
    expect(npiSchema.safeParse(provider.npi).success).toBe(true);
    expect(tinSchema.safeParse(provider.taxId).success).toBe(true);
    expect(hasUnassignedEinPrefix(provider.taxId)).toBe(false);
    expect(provider.zips.length).toBeGreaterThanOrEqual(2);
    for (const { zip } of provider.zips) {
      expect(zipSchema.safeParse(zip).success).toBe(true);
      // Massachusetts is 010 to 027
      expect(Number(zip.slice(0, 3))).toBeGreaterThanOrEqual(10);
      expect(Number(zip.slice(0, 3))).toBeLessThanOrEqual(27);
    }
    expect(provider.zips.filter(({ purpose }) => purpose === 'remittance')).toHaveLength(1);
    expect(provider.person === null).toBe(provider.providerType === 'group');
  });

  it('C4: has practitioners who are listed under a group’s Tax ID', () => {
    const groupTaxIds = new Set(providers.filter(({ person }) => person === null).map(({ taxId }) => taxId));
    expect(providers.filter(({ person, taxId }) => person !== null && groupTaxIds.has(taxId)).length).toBeGreaterThan(
      2,
    );
  });

  it.each([harborviewFamilyMedicine, samuelOkafor, lakesideWomensHealth])(
    '$name can be typed into the registration as it is documented',
    (provider) => {
      const steps = cca.registration.steps.filter((step) => step.checksEligibility === true);
      const answers = {
        providerType: provider.providerType,
        groupName: provider.name,
        practitionerFirstName: provider.person?.firstName ?? '',
        practitionerLastName: provider.person?.lastName ?? '',
        taxId: `${provider.taxId.slice(0, 2)}-${provider.taxId.slice(2)}`,
        providerId: provider.providerId.toLowerCase(),
        zip: provider.zips[0]?.zip ?? '',
      };
      const checked = validateAnswers(steps, answers, cca.passwordPolicy);
      expect(checked.ok && checked.value).toMatchObject({ taxId: provider.taxId, providerId: provider.providerId });
    },
  );
});
