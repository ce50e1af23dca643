import type {
  PracticeOrganization,
  PracticePerson,
  PracticeProfile,
} from '../../../src-shared/domain/practice-profile.ts';
import { formatPhone } from '../../../src-shared/domain/phone.ts';
import { maskTin } from '../../../src-shared/domain/tin.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { FieldKind, Step } from '../../../src-shared/portals/definition.ts';

/** One thing that the profile would say otherwise than before. */
export interface ProfileChange {
  /** Whom it is about. */
  readonly subject: string;
  readonly label: string;
  /** Null where the profile says nothing yet. */
  readonly from: string | null;
  readonly to: string;
}

export interface KeepProposal {
  readonly profile: PracticeProfile;
  readonly changes: readonly ProfileChange[];
}

export interface KeepTask {
  readonly portalId: string;
  readonly steps: readonly Step[];
  /** In their normal form, as they were sent. */
  readonly answers: Answers;
  readonly newId: () => string;
}

/**
 * What the profile would be with a completed wizard's answers in it; without changes when it says all of that already.
 * A person is known again by email, else by name; an organization by NPI, Tax ID or Provider ID, else by name. Nothing
 * that the profile has is taken out.
 */
export function proposeToKeep(profile: PracticeProfile, task: KeepTask): KeepProposal {
  const read = reader(task);
  const person = proposePerson(profile.people, read, task.newId);
  const organization = proposeOrganization(profile.organizations, read, task);
  return {
    profile: { people: person.items, organizations: organization.items },
    changes: [...person.changes, ...organization.changes],
  };
}

interface Read {
  id(field: string): string | null;
  kind(kind: FieldKind): string | null;
}

/** Secret answers are out of reach. */
function reader({ steps, answers }: KeepTask): Read {
  const fields = steps.flatMap((step) => step.fields).filter((field) => field.secret !== true);
  const text = (id: string | undefined): string | null => {
    const given = id === undefined ? undefined : answers[id];
    // of several Tax IDs the first is the organization's own
    const answer = typeof given === 'object' ? given[0] : given;
    return typeof answer === 'string' && answer !== '' ? answer : null;
  };
  return {
    id: (wanted) => text(fields.find(({ id }) => id === wanted)?.id),
    kind: (wanted) => text(fields.find(({ kind }) => kind === wanted)?.id),
  };
}

interface Proposed<Item> {
  readonly items: Item[];
  readonly changes: readonly ProfileChange[];
}

function proposePerson(people: readonly PracticePerson[], read: Read, newId: () => string): Proposed<PracticePerson> {
  const [firstName, lastName] = [read.id('firstName'), read.id('lastName')];
  if (firstName === null || lastName === null) return { items: [...people], changes: [] };
  const [email, phone, fax] = [read.kind('email'), read.kind('phone'), read.kind('fax')];
  const before =
    people.find((person) => email !== null && person.email === email) ??
    people.find((person) => person.firstName === firstName && person.lastName === lastName);
  const start = before ?? { id: newId(), firstName, lastName, email: null, phone: null, fax: null, npi: null };
  const after: PracticePerson = {
    ...start,
    firstName,
    lastName,
    email: email ?? start.email,
    phone: phone ?? start.phone,
    fax: fax ?? start.fax,
  };
  const nameOf = ({ firstName: first, lastName: last }: PracticePerson): string => `${first} ${last}`;
  const changes = differences(nameOf(after), [
    ['Person', before === undefined ? null : nameOf(before), nameOf(after)],
    ['Email', before?.email ?? null, after.email],
    ['Phone', shownPhone(before?.phone), shownPhone(after.phone)],
    ['Fax', shownPhone(before?.fax), shownPhone(after.fax)],
  ]);
  return { items: placed(people, after), changes };
}

function proposeOrganization(
  organizations: readonly PracticeOrganization[],
  read: Read,
  { portalId, newId }: KeepTask,
): Proposed<PracticeOrganization> {
  const nothing = { items: [...organizations], changes: [] };
  const number = read.kind('npi-or-provider-id');
  const isNpi = number !== null && /^\d{10}$/u.test(number);
  const npi = read.kind('npi') ?? (isNpi ? number : null);
  const providerId = read.kind('provider-id') ?? (isNpi ? null : number);
  const taxId = read.kind('tax-id') ?? read.kind('tax-ids');
  const practitioner = [read.id('practitionerFirstName'), read.id('practitionerLastName')];
  const isPractitioner = practitioner.every((part) => part !== null);
  const name = read.id('groupName') ?? read.id('organizationName') ?? (isPractitioner ? practitioner.join(' ') : null);
  const idAt = ({ providerIds }: PracticeOrganization): string | null =>
    providerIds.find((known) => known.portalId === portalId)?.providerId ?? null;
  const before =
    organizations.find((known) => npi !== null && known.npi === npi) ??
    organizations.find((known) => providerId !== null && idAt(known) === providerId) ??
    // one Tax ID may stand for several practitioners of a group
    organizations.find((known) => taxId !== null && known.taxId === taxId && (name === null || known.name === name)) ??
    organizations.find((known) => name !== null && known.name === name);
  const start = before ?? (name === null ? null : emptyOrganization(newId(), name, isPractitioner));
  if (start === null) return nothing;
  const address = newAddress(start, read, newId);
  const after: PracticeOrganization = {
    ...start,
    name: name ?? start.name,
    npi: npi ?? start.npi,
    taxId: taxId ?? start.taxId,
    providerIds:
      providerId === null
        ? start.providerIds
        : [...start.providerIds.filter((known) => known.portalId !== portalId), { portalId, providerId }],
    addresses: address === null ? start.addresses : [...start.addresses, address],
  };
  const changes = differences(after.name, [
    ['Organization', before?.name ?? null, after.name],
    ['NPI', before?.npi ?? null, after.npi],
    ['Tax ID', shownTaxId(before?.taxId), shownTaxId(after.taxId), before?.taxId !== after.taxId],
    ['Provider ID', before === undefined ? null : idAt(before), idAt(after)],
    [
      (address?.street ?? null) === null ? 'ZIP code' : 'Address',
      null,
      address === null ? null : shownAddress(address),
    ],
  ]);
  return changes.length === 0 ? nothing : { items: placed(organizations, after), changes };
}

type PracticeAddress = PracticeOrganization['addresses'][number];

/** Where the organization is, if the profile does not know that yet; what it keeps of a city is shorter than a line. */
function newAddress({ addresses }: PracticeOrganization, read: Read, newId: () => string): PracticeAddress | null {
  const zip = read.kind('zip');
  if (zip === null) return null;
  const [street, city, state] = [read.id('street'), read.id('city'), read.kind('state')];
  if (addresses.some((known) => known.zip === zip && (street === null || known.street === street))) return null;
  const keptCity = city !== null && city.length <= 80 ? city : null;
  return { id: newId(), purpose: street === null ? 'other' : 'practice', street, city: keptCity, state, zip };
}

const shownAddress = ({ street, city, state, zip }: PracticeAddress): string =>
  street === null ? zip : [street, city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');

const emptyOrganization = (id: string, name: string, isPractitioner: boolean): PracticeOrganization => ({
  id,
  kind: isPractitioner ? 'practitioner' : 'group',
  name,
  npi: null,
  taxId: null,
  providerIds: [],
  addresses: [],
});

/** In its place where it is known already, else at the end. */
const placed = <Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] =>
  items.some(({ id }) => id === item.id)
    ? items.map((known) => (known.id === item.id ? item : known))
    : [...items, item];

type Fact = readonly [label: string, from: string | null, to: string | null, differs?: boolean];

const differences = (subject: string, facts: readonly Fact[]): ProfileChange[] =>
  facts.flatMap(([label, from, to, differs = from !== to]) =>
    to !== null && differs ? [{ subject, label, from, to }] : [],
  );

const shownPhone = (phone: string | null | undefined): string | null => (phone ? formatPhone(phone) : null);

const shownTaxId = (taxId: string | null | undefined): string | null => (taxId ? maskTin(taxId.slice(-4)) : null);
