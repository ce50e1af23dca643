import type { Statements } from './sqlite.ts';

/** The small numbers that stand for organizations' ids in the tables of people. */
export interface OrganizationKeys {
  find(organizationId: string): number | null;
  /** Makes one for an organization that is new here. */
  ensure(organizationId: string): number;
}

export function organizationKeys(statements: Statements): OrganizationKeys {
  const read = statements<{ key: number }>('select key from organization where id = :id');
  const insert = statements<{ key: number }>('insert into organization (id) values (:id) returning key');
  const find: OrganizationKeys['find'] = (id) => read.get({ id })?.key ?? null;
  return {
    find,
    ensure(id) {
      const key = find(id) ?? insert.get({ id })?.key;
      if (key === undefined) throw new Error('The organization was not inserted');
      return key;
    },
  };
}
