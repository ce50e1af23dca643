import type { Statements } from '../sqlite.ts';
import { matchExpression } from './match-expression.ts';
import { rowRange, type PeopleTableName } from './people-table.ts';

export interface PeopleTotals {
  /** Rows of the organization with one of the facets; null for all. */
  ofFacets(organization: number, facets: readonly string[] | null): number;
  /** Rows that search terms and facets leave. The last answers are kept until anything is written. */
  ofSearch(organization: number, terms: readonly string[], facets: readonly string[] | null): number;
}

const answersKept = 32;

export function peopleTotals(statements: Statements, table: PeopleTableName): PeopleTotals {
  const perFacet = statements<{ facet: string; amount: number }>(
    `select facet, amount from people_count where organization = :organization and kind = '${table}'`,
  );
  const matches = statements<{ amount: number }>(
    `select count(*) as amount from ${table}_search
     where ${table}_search match :match and rowid between :first and :last`,
  );
  // by this connection, and by the one that writes first loads
  const writes = statements<{ state: string }>(
    `select total_changes() || ' ' || data_version as state from pragma_data_version`,
  );
  const answers = new Map<string, number>();
  let answeredAt = '';

  const ofFacets: PeopleTotals['ofFacets'] = (organization, facets) =>
    perFacet
      .all({ organization })
      .filter(({ facet }) => facets === null || facets.includes(facet))
      .reduce((sum, { amount }) => sum + amount, 0);

  return {
    ofFacets,
    ofSearch(organization, terms, facets) {
      const match = matchExpression(terms, facets);
      if (match === null || terms.length === 0) return ofFacets(organization, facets);
      const now = writes.get({})?.state ?? '';
      if (now !== answeredAt || answers.size >= answersKept) answers.clear();
      answeredAt = now;
      const key = `${organization} ${match}`;
      const total = answers.get(key) ?? matches.get({ match, ...rowRange(organization) })?.amount ?? 0;
      answers.set(key, total);
      return total;
    },
  };
}
