import type {
  PracticeOrganization,
  PracticePerson,
  PracticeProfile,
} from '../../../src-shared/domain/practice-profile.ts';

interface Item {
  readonly id: string;
}

/** The item in its place where it is listed already, else at the end. */
const withItem = <Each extends Item>(items: readonly Each[], item: Each): Each[] =>
  items.some(({ id }) => id === item.id)
    ? items.map((listed) => (listed.id === item.id ? item : listed))
    : [...items, item];

const withoutItem = <Each extends Item>(items: readonly Each[], id: string): Each[] =>
  items.filter((listed) => listed.id !== id);

export const withPerson = (profile: PracticeProfile, person: PracticePerson): PracticeProfile => ({
  ...profile,
  people: withItem(profile.people, person),
});

export const withoutPerson = (profile: PracticeProfile, id: string): PracticeProfile => ({
  ...profile,
  people: withoutItem(profile.people, id),
});

export const withOrganization = (profile: PracticeProfile, organization: PracticeOrganization): PracticeProfile => ({
  ...profile,
  organizations: withItem(profile.organizations, organization),
});

export const withoutOrganization = (profile: PracticeProfile, id: string): PracticeProfile => ({
  ...profile,
  organizations: withoutItem(profile.organizations, id),
});
