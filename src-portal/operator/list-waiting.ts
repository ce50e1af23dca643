import { ok } from '../../src-shared/result.ts';
import type { Database } from '../context.ts';
import type { OperatorCommand } from './operator-command.ts';
import { pinLetters } from './pin-letters.ts';
import { unconfirmedAccounts, unverifiedAccounts, unverifiedTaxIds } from './waiting-accounts.ts';
import type { ReportTable } from './report.ts';

/** Everything that somebody outside may have to look after. */
export const listWaiting: OperatorCommand = {
  name: 'list-waiting',
  subject: null,
  summary:
    'Unconfirmed email addresses, accounts and Tax IDs to verify, access requests that nobody has decided, PIN letters to mail, and work that failed',
  run: async ({ database, chance }, portals) => {
    const portalIds = portals.map(({ id }) => id);
    const proving = portals.filter(({ proofs }) => proofs !== undefined).map(({ id }) => id);
    const verifying = portals.filter(({ verifiesAccounts }) => verifiesAccounts === true).map(({ id }) => id);
    const tables = [
      await unconfirmedAccounts(database, chance, portalIds),
      ...(verifying.length === 0
        ? []
        : [await unverifiedAccounts(database, chance, verifying), await unverifiedTaxIds(database, chance, verifying)]),
      await undecidedRequests(database, portalIds),
      ...(proving.length === 0 ? [] : [await pinLetters(database, proving)]),
      await failedJobs(database),
    ];
    const count = tables.reduce((sum, table) => sum + table.rows.length, 0);
    return ok({ message: count === 0 ? 'Nothing is waiting' : `Waiting: ${count}`, tables });
  },
};

async function undecidedRequests(database: Database, portalIds: readonly string[]): Promise<ReportTable> {
  const rows = await database
    .selectFrom('access_request')
    .innerJoin('membership', 'membership.id', 'access_request.membership_id')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .innerJoin('organization', 'organization.id', 'access_request.organization_id')
    .select(['account.email', 'account.first_name', 'account.last_name', 'access_request.requested_at'])
    .select(['organization.portal_id', 'organization.provider_id', 'organization.name as organization_name'])
    .select((columns) =>
      columns
        .selectFrom('membership as administrator')
        .innerJoin('account as person', 'person.id', 'administrator.account_id')
        .whereRef('administrator.organization_id', '=', 'access_request.organization_id')
        .where('administrator.role', '=', 'administrator')
        .where('administrator.status', '=', 'active')
        .select(({ fn }) => fn.max('person.last_sign_in_at').as('seen'))
        .as('administrator_seen_at'),
    )
    .where('organization.portal_id', 'in', portalIds)
    .where('access_request.status', '=', 'pending')
    .orderBy('access_request.requested_at')
    .orderBy('access_request.id')
    .execute();
  return {
    name: 'accessRequests',
    title: 'Access requests that no administrator has decided',
    columns: [
      { key: 'email', label: 'Email' },
      { key: 'name', label: 'Name' },
      { key: 'provider', label: 'Provider' },
      { key: 'requestedAt', label: 'Requested' },
      { key: 'administratorSeenAt', label: 'Administrator last here' },
      { key: 'portal', label: 'Portal' },
    ],
    rows: rows.map((row) => ({
      email: row.email,
      name: `${row.first_name} ${row.last_name}`,
      provider: `${row.provider_id} ${row.organization_name}`,
      requestedAt: row.requested_at.toISOString(),
      administratorSeenAt: row.administrator_seen_at?.toISOString() ?? null,
      portal: row.portal_id,
    })),
  };
}

async function failedJobs(database: Database): Promise<ReportTable> {
  const rows = await database
    .selectFrom('job')
    .select(['id', 'kind', 'attempts', 'last_error', 'finished_at', 'created_at'])
    .where('status', '=', 'failed')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return {
    name: 'failedJobs',
    title: 'Work that failed for good',
    columns: [
      { key: 'kind', label: 'Work' },
      { key: 'attempts', label: 'Attempts' },
      { key: 'lastError', label: 'Last error' },
      { key: 'wantedAt', label: 'Wanted' },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      attempts: row.attempts,
      lastError: row.last_error,
      wantedAt: row.created_at.toISOString(),
    })),
  };
}
