import { searchTerms } from '../fold-text.ts';
import type { Statements } from '../sqlite.ts';
import { findPeople, type PeopleOrder } from './find-people.ts';
import { fromCursor, toCursor } from './page-cursor.ts';
import type { PeopleTable } from './people-table.ts';
import { peopleTotals } from './people-totals.ts';

/** What every page of people is asked with. */
export interface PageInput {
  readonly search: string;
  /** The last page's `next`. */
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

export interface PeoplePage<Entity> {
  readonly entities: Entity[];
  readonly next: string | null;
  readonly total: number;
}

const mostRows = 200;

/** Reads pages of one table, in any of its orders. */
export interface PeopleReader<Entity> {
  page(
    organization: { readonly key: number; readonly id: string },
    order: PeopleOrder,
    facets: readonly string[] | null,
    input: PageInput,
  ): PeoplePage<Entity>;
  /** Rows with one of the facets. */
  count(organization: number, facets: readonly string[] | null): number;
}

export function peopleReader<Entity, Row>(
  statements: Statements,
  table: PeopleTable<Entity, Row>,
): PeopleReader<Entity> {
  const totals = peopleTotals(statements, table.name);
  const byRow = statements<Row>(`select * from ${table.name} where row = :row`);
  const entityAt = (row: number, organizationId: string): Entity => {
    const columns = byRow.get({ row });
    if (columns === undefined) throw new Error(`The search index of ${table.name} has a row that is not there`);
    return table.toEntity(columns, organizationId);
  };
  return {
    page(organization, order, facets, { search, after, skip, limit }) {
      const name = `${order.column} ${order.direction}`;
      const { places, more, total } = findPeople(statements, totals, order, {
        organization: organization.key,
        terms: searchTerms(search),
        facets,
        after: fromCursor(name, after),
        skip,
        limit: Math.min(limit, mostRows),
      });
      const last = places.at(-1);
      return {
        entities: places.map(({ row }) => entityAt(row, organization.id)),
        next: more && last !== undefined ? toCursor(name, last) : null,
        total,
      };
    },
    count(organization, facets) {
      return totals.ofFacets(organization, facets);
    },
  };
}
