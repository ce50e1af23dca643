import type { Statements } from '../sqlite.ts';

/** The name of an agency that a search of the account's portal has shown; null for any other. */
export function listedAgencyName(statements: Statements): (accountId: string, agencyId: string) => string | null {
  const find = statements<{ name: string }>(
    `select details ->> 'name' as name from listed_agency where account_id = :account and id = :agency`,
  );
  return (account, agency) => find.get({ account, agency })?.name ?? null;
}
