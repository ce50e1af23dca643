import type { Database } from '../context.ts';
import type { ReportTable } from './report.ts';

/** The PIN letters that nobody has printed since they were asked for (D8). */
export async function pinLetters(database: Database, portalIds: readonly string[]): Promise<ReportTable> {
  const rows = await database
    .selectFrom('mailed_pin')
    .innerJoin('membership', 'membership.id', 'mailed_pin.membership_id')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['mailed_pin.membership_id', 'mailed_pin.requested_at'])
    .select(['account.email', 'account.first_name', 'account.last_name'])
    .select(['organization.provider_id', 'organization.name as organization_name'])
    .select(['organization.street', 'organization.city', 'organization.state'])
    .where('organization.portal_id', 'in', portalIds)
    .where('mailed_pin.mailed_at', 'is', null)
    .orderBy('mailed_pin.requested_at')
    .orderBy('mailed_pin.membership_id')
    .execute();
  return {
    name: 'pinLetters',
    title: 'PIN letters to print and mail',
    columns: [
      { key: 'linkedAccountId', label: 'Linked account' },
      { key: 'name', label: 'Name' },
      { key: 'email', label: 'Email' },
      { key: 'provider', label: 'Provider' },
      { key: 'address', label: 'Address' },
      { key: 'requestedAt', label: 'Requested' },
    ],
    rows: rows.map((row) => ({
      linkedAccountId: row.membership_id,
      name: `${row.first_name} ${row.last_name}`,
      email: row.email,
      provider: `${row.provider_id} ${row.organization_name}`,
      address: [row.street, row.city, row.state].filter((part) => part !== null).join(', '),
      requestedAt: row.requested_at.toISOString(),
    })),
  };
}
