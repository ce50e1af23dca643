import { sql } from 'kysely';
import { accessOf, mayAct, type Permission } from '../../../src-shared/domain/permissions.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { Database } from '../../context.ts';

interface Decider {
  readonly firstName: string;
  readonly email: string;
}

const deciding: Permission = 'manage-users';

/** Whoever may decide the organization's access requests: its administrators (C6) and those who manage its users, by last name. */
export async function requestDeciders(
  database: Database,
  portal: Pick<PortalDefinition, 'permissions'>,
  organizationId: string,
): Promise<Decider[]> {
  const rows = await database
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.first_name', 'account.email', 'membership.role', 'membership.permissions'])
    .where('membership.organization_id', '=', organizationId)
    .where('membership.status', '=', 'active')
    // the rule itself is asked below; this spares reading everybody in a large practice
    .where((row) =>
      row.or([
        row('membership.role', '=', 'administrator'),
        sql<boolean>`${deciding}::text = any(${row.ref('membership.permissions')})`,
      ]),
    )
    .orderBy('account.last_name')
    .orderBy('account.first_name')
    .orderBy('account.id')
    .execute();
  return rows
    .filter(({ role, permissions }) => mayAct(accessOf(role, permissions, portal.permissions), 'decide-request'))
    .map((row) => ({ firstName: row.first_name, email: row.email }));
}
