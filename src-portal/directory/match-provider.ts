import type { DeskError } from '../../src-shared/errors.ts';
import type { Answers } from '../../src-shared/portals/answers.ts';
import type { AssociatingPortal } from '../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Database } from '../context.ts';
import { judgeAnswers, type Fact } from './judge-answers.ts';
import { findListedProvider, type ListedProvider, type ListedZip, type OrganizationRow } from './listed-provider.ts';

/** The provider that somebody's answers name. */
export interface ProviderMatch {
  readonly organization: OrganizationRow;
  /** What agreed, in the portal's own words, for the administrator who decides about the newcomer. */
  readonly matchedOn: readonly string[];
}

/**
 * Matches validated answers against the portal's directory (C2-C5, C11, E4), as the portal's association says. Only who
 * has the keys of a provider of the chosen type (at CCA both Tax ID and Provider ID) is told which other fields differ;
 * everybody else gets the same refusal after the same work, so that nobody can try keys out one by one. [ours]
 */
export async function matchProvider(
  database: Database,
  portal: AssociatingPortal,
  answers: Answers,
): Promise<Result<ProviderMatch>> {
  const { association } = portal;
  const found = await findListedProvider(database, portal.id, namedProvider(portal, answers), isFoundByNpi(portal));
  const listed = found ?? unlisted;
  const isKey = ({ field }: Fact): boolean => association.keys.includes(field);
  const facts = judgeAnswers(portal, answers, listed);
  const isNamed =
    found !== undefined &&
    (association.providerType === undefined ||
      listed.organization.provider_type === answers[association.providerType]) &&
    facts.every((fact) => fact.matches || !isKey(fact));
  const wrong = isNamed ? facts.filter((fact) => !fact.matches) : facts.filter(isKey);
  if (wrong.length > 0) return fail(noMatch(wrong));
  return ok({ organization: listed.organization, matchedOn: facts.map((fact) => describe(portal, fact)) });
}

/** The provider ID that the answers name, whether or not the directory has it. */
export function namedProvider({ association }: AssociatingPortal, answers: Answers): string {
  const answer = answers[association.foundBy];
  return typeof answer === 'string' ? answer : '';
}

/** Whether the answer that names the provider may be its NPI (D5). */
const isFoundByNpi = ({ association: { compared, foundBy } }: AssociatingPortal): boolean =>
  compared.some(({ field, with: fact }) => field === foundBy && fact === 'npi-or-provider-id');

const noMatch = (facts: readonly Fact[]): DeskError => ({
  code: 'no_match',
  fields: facts.map((fact) => ({ path: fact.field, code: 'no_match' })),
});

const zipNames: Readonly<Record<ListedZip['purpose'], string>> = {
  remittance: 'Remittance ZIP code',
  practice: 'Practice ZIP code',
  other: 'Listed ZIP code',
};

function describe(portal: AssociatingPortal, fact: Fact): string {
  if (fact.purpose !== undefined) return zipNames[fact.purpose];
  const fields = portal.linkAccount.steps.flatMap((step) => step.fields);
  return fields.find((field) => field.id === fact.field)?.label ?? fact.field;
}

/** Stands in for a provider that does not exist, so that answers are compared all the same. */
const unlisted: ListedProvider = {
  organization: {
    id: '',
    portal_id: '',
    provider_type: 'group',
    name: 'No such provider in the list',
    first_name: 'No such',
    last_name: 'Provider',
    provider_id: '',
    tax_id: '',
    npi: null,
    street: null,
    city: '',
    state: '',
    services: [],
    version: 0,
    feed_position: 0,
    feed_floor: 0,
  },
  zips: [
    { zip: '', purpose: 'practice' },
    { zip: '', purpose: 'remittance' },
  ],
};
