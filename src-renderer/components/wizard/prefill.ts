import type {
  AddressPurpose,
  PracticeOrganization,
  PracticePerson,
} from '../../../src-shared/domain/practice-profile.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { Field, FieldKind, Step } from '../../../src-shared/portals/definition.ts';

/** Whom of the practice profile a wizard is about. */
export interface Prefill {
  readonly portalId: string;
  readonly person: PracticePerson | null;
  readonly organization: PracticeOrganization | null;
}

type Filled = string | readonly string[];
type PracticeAddress = PracticeOrganization['addresses'][number];
type Source = (from: Prefill & { readonly address: PracticeAddress | undefined }) => Filled | null | undefined;

/** What fields with these ids are filled in with, whatever their kind. */
const byId: Readonly<Record<string, Source>> = {
  firstName: ({ person }) => person?.firstName,
  lastName: ({ person }) => person?.lastName,
  providerType: ({ organization }) => organization?.kind,
  practitionerFirstName: ({ organization }) => practitionerName(organization)[0],
  practitionerLastName: ({ organization }) => practitionerName(organization)[1],
  groupName: ({ organization }) => (organization?.kind === 'group' ? organization.name : null),
  organizationName: ({ organization }) => organization?.name,
  street: ({ address }) => address?.street,
  city: ({ address }) => address?.city,
};

/** What fields of these kinds are filled in with, whatever they are called. */
const byKind: Partial<Readonly<Record<FieldKind, Source>>> = {
  email: ({ person }) => person?.email,
  phone: ({ person }) => person?.phone,
  fax: ({ person }) => person?.fax,
  'tax-id': ({ organization }) => organization?.taxId,
  npi: ({ organization, person }) => organization?.npi ?? person?.npi,
  'provider-id': ({ organization, portalId }) => providerIdAt(organization, portalId),
  'tax-ids': ({ organization }) => (organization?.taxId ? [organization.taxId] : null),
  'npi-or-provider-id': ({ organization, portalId }) => organization?.npi ?? providerIdAt(organization, portalId),
  state: ({ address }) => address?.state,
  zip: ({ address }) => address?.zip,
};

/**
 * The answers that the profile has for fields without one. What was typed stays; secret fields and choices without that
 * option are left out.
 */
export function prefilled(steps: readonly Step[], answers: Answers, from: Prefill): Record<string, Filled> {
  const filled: Record<string, Filled> = {};
  const fields = steps.flatMap((step) => step.fields);
  const isWhole = fields.some(({ id }) => id === 'street');
  const whom = { ...from, address: isWhole ? wholeAddress(from.organization) : usualAddress(from.organization) };
  for (const field of fields) {
    const value = field.secret === true || isAnswered(field, answers) ? null : (sourceOf(field)?.(whom) ?? null);
    if (value !== null && isOffered(field, value)) filled[field.id] = value;
  }
  return filled;
}

const sourceOf = (field: Field): Source | undefined =>
  Object.hasOwn(byId, field.id) ? byId[field.id] : byKind[field.kind];

const isAnswered = (field: Field, answers: Answers): boolean => {
  const answer = answers[field.id];
  if (typeof answer === 'object') return answer.some((item) => item.trim() !== '');
  return typeof answer === 'string' ? answer.trim() !== '' : answer !== undefined;
};

const isOffered = (field: Field, value: Filled): boolean =>
  field.kind !== 'choice' || field.options?.some((option) => option.value === value) === true;

/** A practitioner's name as first and last; of three words and more nobody can tell which is which. */
function practitionerName(organization: PracticeOrganization | null): readonly (string | null)[] {
  const words = organization?.kind === 'practitioner' ? organization.name.split(/\s+/u) : [];
  return words.length === 2 ? words : [null, null];
}

const providerIdAt = (organization: PracticeOrganization | null, portalId: string): string | undefined =>
  organization?.providerIds.find((known) => known.portalId === portalId)?.providerId;

/** C11: usually the remittance address, else the practice address. */
const usualOrder: readonly AddressPurpose[] = ['remittance', 'practice', 'other'];

const usualAddress = (organization: PracticeOrganization | null): PracticeAddress | undefined =>
  usualOrder
    .map((purpose) => organization?.addresses.find((address) => address.purpose === purpose))
    .find((address) => address !== undefined);

/** Where the whole address is asked for, one whose street is known: where patients come first of all. */
const wholeAddress = (organization: PracticeOrganization | null): PracticeAddress | undefined =>
  (['practice', ...usualOrder] as const)
    .flatMap((purpose) => organization?.addresses.filter((address) => address.purpose === purpose) ?? [])
    .find(({ street }) => street !== null) ?? usualAddress(organization);
