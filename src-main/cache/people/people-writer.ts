import type { Sqlite, Statements } from '../sqlite.ts';
import { facetOf, rowRange, wordsOf, type PeopleTable, type Person } from './people-table.ts';

interface Kept {
  readonly row: number;
  readonly version: number;
  readonly generation: number;
  readonly words: string;
}

/** Keeps rows, search index and totals of one table in step. Every call belongs into a transaction of the caller's. */
export interface PeopleWriter<Entity> {
  /**
   * Keeps the entity unless a newer version is there, and marks its row with the generation. Answers whether the row did
   * not bear that mark before.
   */
  put(organization: number, entity: Entity, generation: number): boolean;
  remove(organization: number, id: string): void;
  removeOtherGenerations(organization: number, generation: number): void;
  removeAll(organization: number): void;
}

export function peopleWriter<Entity extends Person, Row>(
  database: Sqlite,
  statements: Statements,
  table: PeopleTable<Entity, Row>,
): PeopleWriter<Entity> {
  const { name } = table;
  const search = `${name}_search`;
  const columns = ['version', 'generation', 'words', ...table.columns];
  const kept = statements<Kept>(
    `select row, version, generation, words from ${name} where organization = :organization and id = :id`,
  );
  const others = statements<Kept>(
    `select row, version, generation, words from ${name}
     where row between :first and :last and generation <> :generation order by row`,
  );
  const last = statements<{ row: number | null }>(
    `select max(row) as row from ${name} where row between :first and :last`,
  );
  const elsewhere = statements(`select 1 from ${name} where row not between :first and :last limit 1`);
  const insert = statements(
    `insert into ${name} (row, organization, id, ${columns.join(', ')})
     values (:row, :organization, :id, ${columns.map((column) => `:${column}`).join(', ')})`,
  );
  const update = statements(
    `update ${name} set ${columns.map((column) => `${column} = :${column}`).join(', ')} where row = :row`,
  );
  const mark = statements(`update ${name} set generation = :generation where row = :row`);
  const drop = statements(`delete from ${name} where row = :row`);
  const index = statements(`insert into ${search} (rowid, words) values (:row, :words)`);
  const unindex = statements(`insert into ${search} (${search}, rowid, words) values ('delete', :row, :words)`);
  const count = statements(
    `insert into people_count (organization, kind, facet, amount) values (:organization, '${name}', :facet, :step)
     on conflict do update set amount = amount + :step`,
  );

  const removeRow = (organization: number, { row, words }: Kept): void => {
    unindex.run({ row, words });
    drop.run({ row });
    count.run({ organization, facet: facetOf(words), step: -1 });
  };
  const add = (organization: number, entity: Entity, generation: number, words: string): void => {
    const { first, last: end } = rowRange(organization);
    const row = (last.get({ first, last: end })?.row ?? first - 1) + 1;
    const { id, version } = entity;
    insert.run({ row, organization, id, version, generation, words, ...table.toColumns(entity) });
    index.run({ row, words });
    count.run({ organization, facet: facetOf(words), step: 1 });
  };
  const replace = (organization: number, before: Kept, entity: Entity, generation: number, words: string): void => {
    const { row } = before;
    update.run({ row, version: entity.version, generation, words, ...table.toColumns(entity) });
    if (before.words === words) return;
    unindex.run({ row, words: before.words });
    index.run({ row, words });
    count.run({ organization, facet: facetOf(before.words), step: -1 });
    count.run({ organization, facet: facetOf(words), step: 1 });
  };

  const removeOtherGenerations = (organization: number, generation: number): void => {
    for (const row of others.all({ ...rowRange(organization), generation })) removeRow(organization, row);
  };

  return {
    removeOtherGenerations,
    put(organization, entity, generation) {
      const before = kept.get({ organization, id: entity.id });
      if (before === undefined) {
        add(organization, entity, generation, wordsOf(table.facet(entity), entity));
        return true;
      }
      // the same version may bring more: a sign-in changes a record without being a decision about it
      if (before.version <= entity.version) {
        replace(organization, before, entity, generation, wordsOf(table.facet(entity), entity));
      } else if (before.generation !== generation) {
        mark.run({ row: before.row, generation });
      }
      return before.generation !== generation;
    },
    remove(organization, id) {
      const before = kept.get({ organization, id });
      if (before !== undefined) removeRow(organization, before);
    },
    removeAll(organization) {
      if (elsewhere.get(rowRange(organization)) !== undefined) {
        removeOtherGenerations(organization, noGeneration);
        return;
      }
      // nobody else's rows are there: to empty a table takes no time, to take 100,000 rows out of it takes seconds
      database.exec(`insert into ${search} (${search}) values ('delete-all'); delete from ${name}`);
      statements(`delete from people_count where organization = :organization and kind = '${name}'`).run({
        organization,
      });
    },
  };
}

/** Generations count from 1. */
const noGeneration = 0;
