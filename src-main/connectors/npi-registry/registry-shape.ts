import { z } from 'zod';
import type { RegisteredProvider } from '../../../src-shared/domain/registered-provider.ts';

const text = z.string().max(500);
const maybe = text.nullish();

/** One provider as version 2.1 of the registry's API publishes it; what is not named here is left aside. */
const resultSchema = z.object({
  number: z.union([z.string(), z.number()]).transform(String),
  enumeration_type: z.enum(['NPI-1', 'NPI-2']),
  basic: z.object({ first_name: maybe, last_name: maybe, organization_name: maybe, status: maybe }),
  addresses: z
    .array(
      z.object({
        address_purpose: text,
        address_1: maybe,
        address_2: maybe,
        city: maybe,
        state: maybe,
        postal_code: maybe,
        telephone_number: maybe,
      }),
    )
    .max(100)
    .default([]),
  taxonomies: z
    .array(
      z.object({
        code: text,
        desc: maybe,
        primary: z.boolean().nullish(),
        state: maybe,
        license: maybe,
      }),
    )
    .max(100)
    .default([]),
});

/** `Errors` comes with HTTP 200 too, for a number that the registry does not take. */
export const registryAnswerSchema = z.union([
  z.object({ result_count: z.int().nonnegative(), results: z.array(resultSchema).max(200) }),
  z.object({ Errors: z.array(z.object({ description: text, field: maybe, number: z.unknown() })).min(1) }),
]);

type PublishedResult = z.output<typeof resultSchema>;
type PublishedAddress = PublishedResult['addresses'][number];

export function toRegisteredProvider({
  number,
  enumeration_type,
  basic,
  addresses,
  taxonomies,
}: PublishedResult): RegisteredProvider {
  const isPractitioner = enumeration_type === 'NPI-1';
  return {
    npi: number,
    kind: isPractitioner ? 'practitioner' : 'group',
    name: isPractitioner ? joined([basic.first_name, basic.last_name]) : joined([basic.organization_name]),
    // the registry publishes A for active; every other letter means that the number is not in use
    isActive: (basic.status ?? 'A') === 'A',
    addresses: addresses.flatMap(toAddress),
    taxonomies: taxonomies.map(({ code, desc, primary, state, license }) => ({
      code,
      description: desc ?? '',
      isPrimary: primary === true,
      state: filled(state),
      license: filled(license),
    })),
  };
}

function toAddress(published: PublishedAddress): RegisteredProvider['addresses'] {
  const { address_purpose: purpose, address_1, address_2, city, state, postal_code, telephone_number } = published;
  if (purpose !== 'LOCATION' && purpose !== 'MAILING') return [];
  return [
    {
      purpose: purpose === 'LOCATION' ? 'practice' : 'mailing',
      street: joined([address_1, address_2]),
      city: city ?? '',
      state: state ?? '',
      zip: zipOf(postal_code ?? ''),
      phone: filled(telephone_number),
    },
  ];
}

/** `021081234` as `02108-1234`: the registry writes five or nine digits without a dash. Empty for anything else. */
export function zipOf(postalCode: string): string {
  const digits = postalCode.replaceAll(/[\s-]/gu, '');
  if (/^\d{5}$/u.test(digits)) return digits;
  return /^\d{9}$/u.test(digits) ? `${digits.slice(0, 5)}-${digits.slice(5)}` : '';
}

const filled = (published: string | null | undefined): string | null => published?.trim() || null;

const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.flatMap((part) => filled(part) ?? []).join(' ');
