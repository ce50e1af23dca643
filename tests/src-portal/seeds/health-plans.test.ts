import { describe, expect, it } from 'vitest';
import { portals } from '../../../src-shared/portals/catalogue.ts';
import {
  beaconStreetMedicalGroup,
  charlesRiverPediatrics,
  harborviewFamilyMedicine,
  samuelOkafor,
} from '../../../src-portal/seeds/demo-directory.ts';
import { directoryProviders } from '../../../src-portal/seeds/directory-providers.ts';
import { seededPlans } from '../../../src-portal/seeds/health-plans.ts';

const withPlans = portals.flatMap(({ id, healthPlans }) => (healthPlans === undefined ? [] : [{ id, healthPlans }]));

describe.each(withPlans)('A5: the seeded health plans of $id', ({ id, healthPlans }) => {
  const { plans, associations } = seededPlans(id);
  const nameOf = new Map(plans.map((plan) => [plan.id, plan.name]));
  const plansOf = (taxId: string) =>
    associations.filter((pair) => pair.taxId === taxId).map(({ planId }) => nameOf.get(planId));

  it('are ten with ids and names of their own, the expected one among them', () => {
    expect(nameOf.size).toBe(10);
    expect(new Set(nameOf.values()).size).toBe(10);
    expect([...nameOf.values()]).toContain(healthPlans.expected);
  });

  it('are the same each time, and each pair is there once', () => {
    expect(seededPlans(id)).toEqual({ plans, associations });
    expect(new Set(associations.map(({ planId, taxId }) => `${planId} ${taxId}`)).size).toBe(associations.length);
    expect(associations.every(({ planId }) => nameOf.has(planId))).toBe(true);
  });

  it('are several, one without the expected plan, or none, by Tax ID', () => {
    expect(plansOf(beaconStreetMedicalGroup.taxId)).toHaveLength(3);
    expect(plansOf(beaconStreetMedicalGroup.taxId)).toContain(healthPlans.expected);
    expect(plansOf(charlesRiverPediatrics.taxId)).toEqual(['Quabbin Family Plan']);
    expect(plansOf(samuelOkafor.taxId)).toEqual([]);
    expect(plansOf(harborviewFamilyMedicine.taxId)).toContain(healthPlans.expected);
  });

  it('know the Tax IDs of the seeded practices', () => {
    const known = new Set(associations.map(({ taxId }) => taxId));
    const unknown = directoryProviders().filter(({ taxId }) => !known.has(taxId));
    expect(unknown.map(({ name }) => name)).toEqual([samuelOkafor.name]);
  });
});
