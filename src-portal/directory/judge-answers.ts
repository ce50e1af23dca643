import type { ProviderType } from '../../src-shared/domain/organization.ts';
import { zipMatches } from '../../src-shared/domain/zip.ts';
import type { Answers } from '../../src-shared/portals/answers.ts';
import { sameName } from './fold-name.ts';
import type { ListedProvider, ListedZip } from './listed-provider.ts';

/** What comparing one answer with the directory gave. */
export interface Fact {
  /** The answer's field. */
  readonly field: string;
  readonly matches: boolean;
  /** Which of the listed addresses agreed, where it was a ZIP code. */
  readonly purpose?: ListedZip['purpose'];
}

const text = (answers: Answers, field: string): string => {
  const answer = answers[field];
  return typeof answer === 'string' ? answer : '';
};

/**
 * Compares each answer with what the directory lists. A practitioner's names and any listed ZIP code (C3), a
 * group's name and its remittance or practice ZIP code (C4, C11), and for both Tax ID and Provider ID (C2).
 */
export function judgeAnswers(answers: Answers, listed: ListedProvider): Fact[] {
  const { organization, zips } = listed;
  return [
    ...judgeNames(answers, listed),
    { field: 'taxId', matches: text(answers, 'taxId') === organization.tax_id },
    { field: 'providerId', matches: text(answers, 'providerId') === organization.provider_id },
    judgeZip(text(answers, 'zip'), purposesFor(organization.provider_type), zips),
  ];
}

function judgeNames(answers: Answers, { organization }: ListedProvider): Fact[] {
  const name = (field: string, listed: string | null): Fact => ({
    field,
    matches: sameName(text(answers, field), listed ?? ''),
  });
  return text(answers, 'providerType') === 'group'
    ? [name('groupName', organization.name)]
    : [name('practitionerFirstName', organization.first_name), name('practitionerLastName', organization.last_name)];
}

/** In the order in which they are tried: the remittance address comes first (C11). */
const purposesFor = (type: ProviderType): readonly ListedZip['purpose'][] =>
  type === 'group' ? ['remittance', 'practice'] : ['remittance', 'practice', 'other'];

function judgeZip(entered: string, purposes: readonly ListedZip['purpose'][], zips: readonly ListedZip[]): Fact {
  const purpose = purposes.find((candidate) =>
    zips.some((listed) => listed.purpose === candidate && zipMatches(entered, listed.zip)),
  );
  return purpose === undefined ? { field: 'zip', matches: false } : { field: 'zip', matches: true, purpose };
}
