import type { ProviderType } from '../../src-shared/domain/organization.ts';
import { zipMatches } from '../../src-shared/domain/zip.ts';
import { isVisible, type Answers } from '../../src-shared/portals/answers.ts';
import type { AssociatingPortal, ListedFact } from '../../src-shared/portals/definition.ts';
import { assertNever } from '../../src-shared/result.ts';
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
 * Compares each answer that the portal's association names with what the directory lists. At CCA: a practitioner's
 * names and any listed ZIP code (C3), a group's name and its remittance or practice ZIP code (C4, C11), and for both
 * Tax ID and Provider ID (C2).
 */
export function judgeAnswers(
  portal: Pick<AssociatingPortal, 'association' | 'linkAccount'>,
  answers: Answers,
  listed: ListedProvider,
): Fact[] {
  const fields = portal.linkAccount.steps.flatMap((step) => step.fields);
  return portal.association.compared
    .filter(({ field }) => fields.some((asked) => asked.id === field && isVisible(asked, answers)))
    .map(({ field, with: fact }) => ({ field, ...compare(fact, text(answers, field), listed) }));
}

function compare(fact: ListedFact, entered: string, { organization, zips }: ListedProvider): Omit<Fact, 'field'> {
  switch (fact) {
    case 'name':
      return { matches: sameName(entered, organization.name) };
    case 'first-name':
      return { matches: sameName(entered, organization.first_name ?? '') };
    case 'last-name':
      return { matches: sameName(entered, organization.last_name ?? '') };
    case 'tax-id':
      return { matches: entered === organization.tax_id };
    case 'provider-id':
      return { matches: entered === organization.provider_id };
    case 'npi':
      return { matches: entered === organization.npi };
    case 'npi-or-provider-id':
      return { matches: entered === organization.npi || entered === organization.provider_id };
    case 'service':
      return { matches: organization.services.includes(entered) };
    case 'postal-address':
      return compareZip(entered, purposesFor(organization.provider_type), zips);
    default:
      return assertNever(fact);
  }
}

/** In the order in which they are tried: the remittance address comes first (C11). */
const purposesFor = (type: ProviderType): readonly ListedZip['purpose'][] =>
  type === 'group' ? ['remittance', 'practice'] : ['remittance', 'practice', 'other'];

function compareZip(
  entered: string,
  purposes: readonly ListedZip['purpose'][],
  zips: readonly ListedZip[],
): Omit<Fact, 'field'> {
  const purpose = purposes.find((candidate) =>
    zips.some((listed) => listed.purpose === candidate && zipMatches(entered, listed.zip)),
  );
  return purpose === undefined ? { matches: false } : { matches: true, purpose };
}
