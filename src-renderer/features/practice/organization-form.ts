import { z } from '../../lib/form-schema.ts';
import {
  optionalText,
  practiceOrganizationSchema,
  type PracticeOrganization,
} from '../../../src-shared/domain/practice-profile.ts';
import { providerIdSchema } from '../../../src-shared/domain/provider-id.ts';
import type { RegisteredProvider } from '../../../src-shared/domain/registered-provider.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';

/** Like the organization, with a field for every portal's provider ID, of which any may stay empty. */
export const organizationFormSchema = practiceOrganizationSchema.extend({
  providerIds: z.array(z.strictObject({ portalId: z.string(), providerId: optionalText(providerIdSchema) })),
});
export type TypedOrganization = z.input<typeof organizationFormSchema>;
export type CheckedOrganization = z.output<typeof organizationFormSchema>;
export type TypedAddress = TypedOrganization['addresses'][number];

const asksForProviderId = ({ registration, linkAccount }: PortalDefinition): boolean =>
  [...registration.steps, ...(linkAccount?.steps ?? [])].some(({ fields }) =>
    fields.some(({ kind }) => kind === 'provider-id'),
  );

/** What the form starts with. Provider IDs of portals that do not ask for one, or are no longer known, stay. */
export function typedOf(organization: PracticeOrganization, portals: readonly PortalDefinition[]): TypedOrganization {
  const { npi, taxId, providerIds, addresses } = organization;
  const asking = portals.filter(asksForProviderId);
  const others = providerIds.filter(({ portalId }) => asking.every(({ id }) => id !== portalId));
  const listed = asking.map(({ id }) => ({
    portalId: id,
    providerId: providerIds.find(({ portalId }) => portalId === id)?.providerId ?? '',
  }));
  return {
    ...organization,
    npi: npi ?? '',
    taxId: taxId ?? '',
    providerIds: [...listed, ...others],
    addresses: addresses.map((address) => ({
      ...address,
      street: address.street ?? '',
      city: address.city ?? '',
      state: address.state ?? '',
    })),
  };
}

export const organizationOf = (checked: CheckedOrganization): PracticeOrganization => ({
  ...checked,
  providerIds: checked.providerIds.flatMap(({ portalId, providerId }) =>
    providerId === null ? [] : [{ portalId, providerId }],
  ),
});

/** The registry's addresses that are not typed yet, as far as they have a ZIP code. */
export const newAddresses = (
  typed: readonly TypedAddress[],
  provider: RegisteredProvider,
  newId: () => string,
): TypedAddress[] =>
  provider.addresses
    .filter(({ zip, street }) => zip !== '' && !typed.some((known) => known.zip === zip && known.street === street))
    .filter(
      ({ zip, street }, place, all) => all.findIndex((other) => other.zip === zip && other.street === street) === place,
    )
    .map(({ purpose, street, city, state, zip }) => ({
      id: newId(),
      purpose: purpose === 'practice' ? 'practice' : 'other',
      street,
      city,
      state,
      zip,
    }));
