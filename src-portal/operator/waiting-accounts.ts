import type { Chance, Database } from '../context.ts';
import type { ReportTable } from './report.ts';

/** Those whose owner has not opened the link that confirms the address. */
export async function unconfirmedAccounts(
  database: Database,
  chance: Pick<Chance, 'now'>,
  portalIds: readonly string[],
): Promise<ReportTable> {
  const rows = await unexpired(database, chance, portalIds)
    .leftJoin('association', (join) =>
      join.onRef('association.account_id', '=', 'account.id').on('association.completed_at', 'is', null),
    )
    .leftJoin('organization', 'organization.id', 'association.organization_id')
    .select(['organization.provider_id', 'organization.name as provider_name'])
    .where('account.email_verified_at', 'is', null)
    .execute();
  return {
    name: 'unconfirmedAccounts',
    title: 'Email addresses that nobody has confirmed',
    columns: [
      { key: 'email', label: 'Email' },
      { key: 'name', label: 'Name' },
      { key: 'provider', label: 'Provider' },
      { key: 'registeredAt', label: 'Registered' },
      { key: 'portal', label: 'Portal' },
    ],
    rows: rows.map((row) => ({
      email: row.email,
      name: `${row.first_name} ${row.last_name}`,
      provider: row.provider_id === null ? null : `${row.provider_id} ${row.provider_name}`,
      registeredAt: row.created_at.toISOString(),
      portal: row.portal_id,
    })),
  };
}

/** Those that the portal's staff have to verify (A8), with what tells who it is (A2). */
export async function unverifiedAccounts(
  database: Database,
  chance: Pick<Chance, 'now'>,
  portalIds: readonly string[],
): Promise<ReportTable> {
  const rows = await unexpired(database, chance, portalIds)
    .select(['account.role', 'account.organization_name', 'account.street', 'account.city', 'account.state'])
    .select(['account.zip', 'account.phone', 'account.expires_at'])
    .where('account.email_verified_at', 'is not', null)
    .where('account.verified_at', 'is', null)
    .execute();
  return {
    name: 'unverifiedAccounts',
    title: 'Accounts that await verification',
    columns: [
      { key: 'email', label: 'Email' },
      { key: 'name', label: 'Name' },
      { key: 'role', label: 'User Role' },
      { key: 'organization', label: 'Organization' },
      { key: 'address', label: 'Address' },
      { key: 'phone', label: 'Phone' },
      { key: 'registeredAt', label: 'Registered' },
      { key: 'expiresAt', label: 'Expires' },
      { key: 'portal', label: 'Portal' },
    ],
    rows: rows.map((row) => ({
      email: row.email,
      name: `${row.first_name} ${row.last_name}`,
      role: row.role,
      organization: row.organization_name,
      address: [row.street, row.city, row.state, row.zip].filter((part) => part !== null).join(', '),
      phone: row.phone,
      registeredAt: row.created_at.toISOString(),
      expiresAt: row.expires_at?.toISOString() ?? null,
      portal: row.portal_id,
    })),
  };
}

/** Tax IDs that came with a plan after their account was verified (A11), with what tells whose they are. */
export async function unverifiedTaxIds(
  database: Database,
  chance: Pick<Chance, 'now'>,
  portalIds: readonly string[],
): Promise<ReportTable> {
  const rows = await unexpired(database, chance, portalIds)
    .innerJoin('account_tax_id', 'account_tax_id.account_id', 'account.id')
    .select(['account_tax_id.tax_id', 'account.organization_name'])
    .where('account.verified_at', 'is not', null)
    .where('account_tax_id.verified_at', 'is', null)
    .orderBy('account_tax_id.tax_id')
    .execute();
  return {
    name: 'unverifiedTaxIds',
    title: 'Tax IDs that await verification',
    columns: [
      { key: 'email', label: 'Email' },
      { key: 'name', label: 'Name' },
      { key: 'organization', label: 'Organization' },
      { key: 'taxId', label: 'Tax ID' },
      { key: 'portal', label: 'Portal' },
    ],
    rows: rows.map((row) => ({
      email: row.email,
      name: `${row.first_name} ${row.last_name}`,
      organization: row.organization_name,
      taxId: row.tax_id,
      portal: row.portal_id,
    })),
  };
}

/** Whoever registered first comes first; an account that has expired waits for nothing. */
const unexpired = (database: Database, { now }: Pick<Chance, 'now'>, portalIds: readonly string[]) =>
  database
    .selectFrom('account')
    .select(['account.email', 'account.first_name', 'account.last_name', 'account.created_at', 'account.portal_id'])
    .where('account.portal_id', 'in', portalIds)
    .where((row) => row.or([row('account.expires_at', 'is', null), row('account.expires_at', '>', now())]))
    .orderBy('account.created_at')
    .orderBy('account.id');
