import {
  linkedAccountSchema,
  organizationSchema,
  type LinkedAccount,
} from '../../../src-shared/domain/organization.ts';
import { parsedJson } from '../parsed-json.ts';
import type { Statements } from '../sqlite.ts';

interface Row {
  readonly details: string;
  /** What the feed said of the organization, if it did. */
  readonly fed: string | null;
}

/** An account's linked accounts in the order in which they were saved, each with the newest of what is known of its organization. */
export function linkedAccountList(statements: Statements): (accountId: string) => LinkedAccount[] {
  const ofAccount = statements<Row>(
    `select linked_account.details, organization.details as fed
     from linked_account left join organization on organization.id = linked_account.organization_id
     where linked_account.account_id = :account order by linked_account.place`,
  );
  const readLinked = parsedJson(linkedAccountSchema);
  const readOrganization = parsedJson(organizationSchema);
  const toLinkedAccount = ({ details, fed }: Row): LinkedAccount => {
    const linked = readLinked(details);
    const organization = fed === null ? null : readOrganization(fed);
    return organization === null || organization.version <= linked.organization.version
      ? linked
      : { ...linked, organization };
  };
  return (account) => ofAccount.all({ account }).map(toLinkedAccount);
}
