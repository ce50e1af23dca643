import type { DeskError } from '../../src-shared/errors.ts';
import type { Answers } from '../../src-shared/portals/answers.ts';
import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
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

/** The two answers that together name a provider; whoever does not have both learns about neither. */
const keys: ReadonlySet<string> = new Set(['taxId', 'providerId']);

/**
 * Matches validated answers against the portal's directory (C2-C5, C11). Only who has both Tax ID and Provider ID of a
 * provider of the chosen type is told which other fields differ; everybody else gets the same refusal after
 * the same work, so that nobody can find out which providers exist. [ours]
 */
export async function matchProvider(
  database: Database,
  portal: PortalDefinition,
  answers: Answers,
): Promise<Result<ProviderMatch>> {
  const providerId = answers['providerId'];
  const found = await findListedProvider(database, portal.id, typeof providerId === 'string' ? providerId : '');
  const listed = found ?? unlisted;
  const facts = judgeAnswers(answers, listed);
  const isNamed =
    found !== undefined &&
    listed.organization.provider_type === answers['providerType'] &&
    facts.every((fact) => fact.matches || !keys.has(fact.field));
  const wrong = isNamed ? facts.filter((fact) => !fact.matches) : facts.filter((fact) => keys.has(fact.field));
  if (wrong.length > 0) return fail(noMatch(wrong));
  return ok({ organization: listed.organization, matchedOn: facts.map((fact) => describe(portal, fact)) });
}

const noMatch = (facts: readonly Fact[]): DeskError => ({
  code: 'no_match',
  fields: facts.map((fact) => ({ path: fact.field, code: 'no_match' })),
});

const zipNames: Readonly<Record<ListedZip['purpose'], string>> = {
  remittance: 'Remittance ZIP code',
  practice: 'Practice ZIP code',
  other: 'Listed ZIP code',
};

function describe(portal: PortalDefinition, fact: Fact): string {
  if (fact.purpose !== undefined) return zipNames[fact.purpose];
  const fields = portal.registration.steps.flatMap((step) => step.fields);
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
    city: '',
    state: '',
    version: 0,
    feed_position: 0,
    feed_floor: 0,
  },
  zips: [
    { zip: '', purpose: 'practice' },
    { zip: '', purpose: 'remittance' },
  ],
};
