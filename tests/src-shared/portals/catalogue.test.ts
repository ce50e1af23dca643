import { describe, expect, it } from 'vitest';
import { permissions } from '../../../src-shared/domain/permissions.ts';
import { findPortal, portals } from '../../../src-shared/portals/catalogue.ts';
import { associates, associationRoutes, type Step } from '../../../src-shared/portals/definition.ts';

describe.each(portals)('the definition of $name', (portal) => {
  const flows: [string, readonly Step[]][] = [
    ['registration', portal.registration.steps],
    ...(portal.linkAccount === undefined
      ? []
      : [['linkAccount', portal.linkAccount.steps] as [string, readonly Step[]]]),
  ];

  it('is found by its id', () => {
    expect(findPortal(portal.id)).toBe(portal);
  });

  it.each(flows)('%s: ids are unique and conditions name a choice that exists', (_name, steps) => {
    const fields = steps.flatMap((step) => step.fields);
    expect(new Set(fields.map((field) => field.id)).size).toBe(fields.length);
    expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
    for (const { visibleWhen } of [...fields, ...steps]) {
      if (visibleWhen === undefined) continue;
      const deciding = fields.find((field) => field.id === visibleWhen.field);
      expect(deciding?.options?.map((option) => option.value)).toContain(visibleWhen.equals);
    }
  });

  it.each(flows)('%s: passwords are secret, an agreement comes with its text', (_name, steps) => {
    for (const step of steps) {
      for (const field of step.fields) {
        if (field.kind === 'new-password' || field.kind === 'password-again') expect(field.secret).toBe(true);
        if (field.kind === 'agreement') expect(step.agreement?.paragraphs.length).toBeGreaterThan(0);
      }
    }
  });

  it.each(flows)(
    '%s: what is secret is marked, and lists and differences name fields of their kind',
    (_name, steps) => {
      const fields = steps.flatMap((step) => step.fields);
      const named = (id: string | undefined) => fields.find((field) => field.id === id);
      for (const { id, kind, secret, plansOf, differsFrom = [] } of fields) {
        if (kind === 'username' || kind === 'security-answer') expect(secret, id).toBe(true);
        expect(named(plansOf)?.kind, id).toBe(kind === 'health-plans' ? 'tax-ids' : undefined);
        for (const other of differsFrom) {
          expect(named(other)?.kind, id).toBe(kind);
          expect(named(other)?.differsFrom, id).toContain(id);
        }
      }
      if (fields.some(({ kind }) => kind === 'health-plans')) expect(portal.healthPlans).toBeDefined();
    },
  );

  it.each(flows)(
    '%s: routes are those that are known, and a button that accepts has a field to answer',
    (_name, steps) => {
      for (const { fields, agreement } of steps) {
        for (const { kind, options = [] } of fields)
          if (kind === 'association-route') expect(associationRoutes).toEqual(options.map(({ value }) => value));
        if (agreement?.acceptedAtItsEnd === true)
          expect(fields.filter(({ kind }) => kind === 'agreement')).toHaveLength(1);
      }
    },
  );

  it.skipIf(!associates(portal)).each(flows.filter(([, steps]) => steps.some((step) => step.checksEligibility)))(
    '%s: the association names fields that are asked, and an organization is chosen by an NPI',
    (_name, steps) => {
      const fields = steps.flatMap((step) => step.fields);
      if (!associates(portal)) throw new Error('Only portals with an association come here');
      const { foundBy, keys, providerType, compared } = portal.association;
      const asked = steps.filter((step) => step.checksEligibility === true).flatMap((step) => step.fields);
      const named = [foundBy, ...keys, ...(providerType === undefined ? [] : [providerType])];
      expect(asked.map(({ id }) => id)).toEqual(
        expect.arrayContaining([...named, ...compared.map(({ field }) => field)]),
      );
      expect(compared.map(({ field }) => field)).toEqual(expect.arrayContaining([foundBy, ...keys]));
      for (const { kind, matchesOf } of fields)
        expect(kind === 'organization' ? fields.find(({ id }) => id === matchesOf)?.kind : matchesOf).toBe(
          kind === 'organization' ? 'npi' : undefined,
        );
    },
  );

  it('offers permissions of the catalogue only, and links over https only', () => {
    expect(permissions).toEqual(expect.arrayContaining([...portal.permissions]));
    expect(portal.permissions).toEqual(expect.arrayContaining([...portal.defaultPermissions]));
    for (const link of portal.links) expect(new URL(link.url).protocol).toBe('https:');
  });
});

it('ids are unique', () => {
  expect(new Set(portals.map((portal) => portal.id)).size).toBe(portals.length);
});
