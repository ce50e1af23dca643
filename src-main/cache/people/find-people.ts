import { assertNever } from '../../../src-shared/result.ts';
import type { Binding, Statements } from '../sqlite.ts';
import { matchExpression } from './match-expression.ts';
import type { Place } from './page-cursor.ts';
import type { PeopleTotals } from './people-totals.ts';
import { rowRange, type PeopleTableName } from './people-table.ts';

/** An order of a table: the column that is sorted by and its index. Row numbers break ties, in the same direction. */
export interface PeopleOrder {
  readonly table: PeopleTableName;
  readonly column: 'name_key' | 'email' | 'role' | 'status' | 'age_key';
  readonly index: string;
  readonly direction: 'ascending' | 'descending';
}

export interface PeopleSearch {
  readonly organization: number;
  readonly terms: readonly string[];
  /** Null for all. */
  readonly facets: readonly string[] | null;
  readonly after: Place | null;
  readonly skip: number;
  readonly limit: number;
}

export interface FoundPeople {
  readonly places: Place[];
  /** Whether there are rows after these. */
  readonly more: boolean;
  readonly total: number;
}

/**
 * Finds one page, in one of four ways, so that none looks at more than it has to:
 * `all` walks the index of the order; `hits` sorts what was found, when that is little; `test` walks and looks at every
 * row, when nearly every row is a hit; `set` gathers what was found and walks the index to see which comes next.
 */
export function findPeople(
  statements: Statements,
  totals: PeopleTotals,
  order: PeopleOrder,
  search: PeopleSearch,
): FoundPeople {
  const { organization, terms, facets, after, skip, limit } = search;
  const total = totals.ofSearch(organization, terms, facets);
  if (total === 0) return { places: [], more: false, total };
  const all = totals.ofFacets(organization, null);
  const way = terms.length === 0 && facets === null ? 'all' : wayFor(total, all, skip + limit);
  const binding: Binding = {
    organization,
    ...rowRange(organization),
    match: matchExpression(terms, facets),
    terms: JSON.stringify(terms),
    facets: facets?.join('') ?? null,
    key: after?.key ?? null,
    row: after?.row ?? null,
    skip,
    limit: limit + 1,
  };
  const places = statements<Place>(pageSql(order, way, after !== null)).all(binding);
  return { places: places.slice(0, limit), more: places.length > limit, total };
}

type Way = 'all' | 'hits' | 'test' | 'set';

/** Sorting reads each hit's row, and those lie anywhere. */
const fewHits = 300;
/** Share of the rows from which on looking at each one costs less than gathering the hits. */
const nearlyAll = 0.75;
/** Rows that may be looked at one by one. */
const manyRows = 500;

function wayFor(total: number, all: number, wanted: number): Way {
  if (total <= fewHits) return 'hits';
  return total >= nearlyAll * all && wanted <= manyRows ? 'test' : 'set';
}

/** The statement for a page. Exported for the test of its query plan. */
export function pageSql(order: PeopleOrder, way: Way, continued: boolean): string {
  const { table, column, index, direction } = order;
  const [keyword, beyond] = direction === 'ascending' ? ['asc', '>'] : ['desc', '<'];
  const columns = `select p.${column} as key, p.row as row`;
  const walk = `${columns} from ${table} as p indexed by ${index} where p.organization = :organization`;
  const hits = `${table}_search match :match and ${table}_search.rowid between :first and :last`;
  const after = continued ? `and (p.${column}, p.row) ${beyond} (:key, :row)` : '';
  const paged = `order by key ${keyword}, row ${keyword} limit :limit offset :skip`;
  switch (way) {
    case 'hits':
      return `${columns} from ${table}_search cross join ${table} as p on p.row = ${table}_search.rowid
        where ${hits} ${after} ${paged}`;
    case 'set':
      return `${walk} and p.row in (select rowid from ${table}_search where ${hits}) ${after} ${paged}`;
    case 'all':
    case 'test': {
      const each = way === 'all' ? walk : `${walk} and ${isHit}`;
      if (!continued) return `${each} ${paged}`;
      // SQLite does not seek a row number behind a comparison of pairs: among 99,000 users of one role that is a long walk
      return `${each} and p.${column} = :key and p.row ${beyond} :row
        union all ${each} and p.${column} ${beyond} :key ${paged}`;
    }
    default:
      return assertNever(way);
  }
}

/** The row has one of the facets, and words that start with each of the terms. */
const isHit = `(:facets is null or instr(:facets, substr(p.words, 1, 1)) > 0)
  and not exists (select 1 from json_each(:terms) as term where instr(p.words, ' ' || term.value) = 0)`;
