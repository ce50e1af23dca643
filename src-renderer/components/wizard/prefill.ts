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

type Source = (from: Prefill) => string | null | undefined;

/** What fields with these ids are filled in with, whatever their kind. */
const byId: Readonly<Record<string, Source>> = {
  firstName: ({ person }) => person?.firstName,
  lastName: ({ person }) => person?.lastName,
  providerType: ({ organization }) => organization?.kind,
  practitionerFirstName: ({ organization }) => practitionerName(organization)[0],
  practitionerLastName: ({ organization }) => practitionerName(organization)[1],
  groupName: ({ organization }) => (organization?.kind === 'group' ? organization.name : null),
  organizationName: ({ organization }) => organization?.name,
};

/** What fields of these kinds are filled in with, whatever they are called. */
const byKind: Partial<Readonly<Record<FieldKind, Source>>> = {
  email: ({ person }) => person?.email,
  phone: ({ person }) => person?.phone,
  fax: ({ person }) => person?.fax,
  'tax-id': ({ organization }) => organization?.taxId,
  npi: ({ organization, person }) => organization?.npi ?? person?.npi,
  'provider-id': ({ organization, portalId }) =>
    organization?.providerIds.find((known) => known.portalId === portalId)?.providerId,
  zip: ({ organization }) => usualAddress(organization)?.zip,
};

/**
 * The answers that the profile has for fields without one. What was typed stays; secret fields and choices without that
 * option are left out.
 */
export function prefilled(steps: readonly Step[], answers: Answers, from: Prefill): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const field of steps.flatMap((step) => step.fields)) {
    const value = field.secret === true || isAnswered(field, answers) ? null : (sourceOf(field)?.(from) ?? null);
    if (value !== null && isOffered(field, value)) filled[field.id] = value;
  }
  return filled;
}

const sourceOf = (field: Field): Source | undefined =>
  Object.hasOwn(byId, field.id) ? byId[field.id] : byKind[field.kind];

const isAnswered = (field: Field, answers: Answers): boolean => {
  const answer = answers[field.id];
  return typeof answer === 'string' ? answer.trim() !== '' : answer !== undefined;
};

const isOffered = (field: Field, value: string): boolean =>
  field.kind !== 'choice' || field.options?.some((option) => option.value === value) === true;

/** A practitioner's name as first and last; of three words and more nobody can tell which is which. */
function practitionerName(organization: PracticeOrganization | null): readonly (string | null)[] {
  const words = organization?.kind === 'practitioner' ? organization.name.split(/\s+/u) : [];
  return words.length === 2 ? words : [null, null];
}

/** C11: usually the remittance address, else the practice address. */
const usualOrder: readonly AddressPurpose[] = ['remittance', 'practice', 'other'];

const usualAddress = (organization: PracticeOrganization | null) =>
  usualOrder
    .map((purpose) => organization?.addresses.find((address) => address.purpose === purpose))
    .find((address) => address !== undefined);
