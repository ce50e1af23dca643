import type { ProviderType } from '../../../src-shared/domain/organization.ts';
import type { AddressPurpose } from '../../../src-shared/domain/practice-profile.ts';

export const kindTexts: Readonly<Record<ProviderType, string>> = { group: 'Group', practitioner: 'Practitioner' };

export const purposeTexts: Readonly<Record<AddressPurpose, string>> = {
  remittance: 'Remittance',
  practice: 'Practice',
  other: 'Other',
};

interface Address {
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string;
}

/** `12 Main Street, Springfield, MA 01103`, as far as it is known. */
export const addressLine = ({ street, city, state, zip }: Address): string =>
  [street, city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
