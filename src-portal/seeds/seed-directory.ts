import type { DatabaseTransaction } from '../context.ts';
import { insertRows } from './insert-rows.ts';
import type { SeededProvider } from './seeded-provider.ts';
import { seededRandom } from './seeded-random.ts';

/** When the payer's directory begins; ids of providers are of that moment, so that they are the same everywhere. */
const directorySince = new Date('2024-01-02T09:00:00.000Z');

/** Fills a portal's directory. Answers the organization ids by provider ID. */
export async function seedDirectory(
  transaction: DatabaseTransaction,
  portalId: string,
  listed: readonly SeededProvider[],
): Promise<ReadonlyMap<string, string>> {
  const providers = listed.map((provider) => ({
    ...provider,
    id: seededRandom(`${portalId} ${provider.providerId}`).id(directorySince),
  }));
  await insertRows(
    transaction,
    'organization',
    providers.map((provider) => ({
      id: provider.id,
      portal_id: portalId,
      provider_type: provider.providerType,
      name: provider.name,
      first_name: provider.person?.firstName ?? null,
      last_name: provider.person?.lastName ?? null,
      provider_id: provider.providerId,
      tax_id: provider.taxId,
      npi: provider.npi,
      street: provider.street ?? null,
      city: provider.city,
      state: 'MA',
      services: [...(provider.services ?? [])],
      version: 1,
      feed_position: 0,
      feed_floor: 0,
    })),
  );
  await insertRows(
    transaction,
    'organization_zip',
    providers.flatMap((provider) =>
      provider.zips.map(({ zip, purpose }) => ({ organization_id: provider.id, zip, purpose })),
    ),
  );
  return new Map(providers.map((provider) => [provider.providerId, provider.id]));
}
