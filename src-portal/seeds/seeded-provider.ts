import type { ProviderType } from '../../src-shared/domain/organization.ts';
import type { ListedZip } from '../directory/listed-provider.ts';

/** A provider as a seed describes it: what a Welcome Letter to it would show. */
export interface SeededProvider {
  readonly providerType: ProviderType;
  readonly name: string;
  /** A practitioner's; null for a group. */
  readonly person: { readonly firstName: string; readonly lastName: string } | null;
  readonly providerId: string;
  /** Nine digits. */
  readonly taxId: string;
  readonly npi: string;
  readonly street?: string;
  readonly city: string;
  readonly zips: readonly ListedZip[];
  /** Values of the portal's Provider Type; none where the portal does not ask for a service. */
  readonly services?: readonly string[];
}

/** Two addresses that nobody would mix up, and any number of others. */
export const listedZips = (remittance: string, practice: string, ...others: readonly string[]): ListedZip[] => [
  { zip: remittance, purpose: 'remittance' },
  { zip: practice, purpose: 'practice' },
  ...others.map((zip): ListedZip => ({ zip, purpose: 'other' })),
];
