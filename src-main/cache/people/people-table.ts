import { searchableWords } from '../fold-text.ts';
import type { Binding } from '../sqlite.ts';

export type PeopleTableName = 'user' | 'invitation' | 'access_request';

/** How one kind of people is kept. All kinds share the columns `row, organization, id, version, generation, words`. */
export interface PeopleTable<Entity, Row> {
  readonly name: PeopleTableName;
  /** Its columns beyond the shared ones. */
  readonly columns: readonly string[];
  facet(entity: Entity): string;
  toColumns(entity: Entity): Binding;
  toEntity(row: Row, organizationId: string): Entity;
}

export interface Person {
  readonly id: string;
  readonly version: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

const rowsPerOrganization = 2 ** 32;

/** The row numbers that belong to an organization, by its key. */
export const rowRange = (organization: number): { readonly first: number; readonly last: number } => ({
  first: organization * rowsPerOrganization,
  last: (organization + 1) * rowsPerOrganization - 1,
});

/** What search sees of a person: the facet, then each word after a space. */
export const wordsOf = (facet: string, { firstName, lastName, email }: Person): string =>
  [facet, ...searchableWords([firstName, lastName, email])].join(' ');

export const facetOf = (words: string): string => words.slice(0, 1);
