import Database from 'better-sqlite3';

/** An open, encrypted database. */
export type Sqlite = InstanceType<typeof Database>;
export type SqlValue = string | number | null | Uint8Array;
export type Binding = Readonly<Record<string, SqlValue>>;

/** SQLite's own failure, `code` as in https://sqlite.org/rescode.html. */
export const sqliteCode = (error: unknown): string | null =>
  error instanceof Database.SqliteError ? error.code : null;

export interface Query<Row> {
  get(binding: Binding): Row | undefined;
  all(binding: Binding): Row[];
  /** Answers how many rows were touched. */
  run(binding: Binding): number;
}

/** Prepares each statement once, when it is first used, for as long as the database is open. `Row` is what its columns give. */
export type Statements = <Row = never>(sql: string) => Query<Row>;

export function preparedStatements(database: Sqlite): Statements {
  const prepared = new Map<string, ReturnType<Sqlite['prepare']>>();
  return <Row>(sql: string): Query<Row> => {
    const statement = (): ReturnType<Sqlite['prepare']> => {
      const found = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, found);
      return found;
    };
    return {
      get: (binding) => statement().get(binding) as Row | undefined,
      all: (binding) => statement().all(binding) as Row[],
      run: (binding) => statement().run(binding).changes,
    };
  };
}
