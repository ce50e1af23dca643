import { ok } from '../../src-shared/result.ts';
import { onePortal } from './one-portal.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Who changed whose access to one organization, the latest last. */
export const showAudit: OperatorCommand = {
  name: 'audit',
  subject: 'PROVIDER_ID',
  summary: 'Who changed whose access to the organization, the oldest first',
  run: async ({ database }, portals, providerId) => {
    const organizations = await database
      .selectFrom('organization')
      .select(['id', 'name', 'provider_id', 'portal_id'])
      .where('provider_id', '=', providerId.toUpperCase())
      .execute();
    const portal = onePortal(portals, organizations, {
      nowhere: `provider ${providerId}`,
      ambiguous: `There is a provider ${providerId}`,
    });
    if (!portal.ok) return portal;
    const organization = organizations.find(({ portal_id: id }) => id === portal.value.id);
    if (organization === undefined) throw new Error('The portal was chosen among those of the organizations');
    const rows = await database
      .selectFrom('audit')
      .leftJoin('account', 'account.id', 'audit.account_id')
      .select([
        'audit.at',
        'audit.actor',
        'audit.action',
        'audit.subject_kind',
        'audit.before',
        'audit.after',
        'audit.subject_id',
      ])
      .select('account.email')
      .where('audit.organization_id', '=', organization.id)
      .orderBy('audit.at')
      .orderBy('audit.id')
      .execute();
    return ok({
      message: `${organization.name}, ${organization.provider_id}`,
      tables: [
        {
          name: 'entries',
          title: 'Changes of access',
          columns: [
            { key: 'at', label: 'When' },
            { key: 'actor', label: 'Who' },
            { key: 'action', label: 'What' },
            { key: 'subject', label: 'Whom' },
            { key: 'change', label: 'From and to' },
          ],
          rows: rows.map((row) => ({
            at: row.at.toISOString(),
            actor: row.email === null ? row.actor : `${row.actor} <${row.email}>`,
            action: row.action,
            subject: emailOf(row.after) ?? emailOf(row.before) ?? row.subject_id,
            change: `${stateOf(row.before)} > ${stateOf(row.after)}`,
          })),
        },
      ],
    });
  },
};

const textAt = (entity: object | null, key: string): string | null => {
  const value: unknown = entity === null ? null : Reflect.get(entity, key);
  return typeof value === 'string' ? value : null;
};

const emailOf = (entity: object | null): string | null => textAt(entity, 'email');

const stateOf = (entity: object | null): string =>
  [textAt(entity, 'status'), textAt(entity, 'role')].filter((part) => part !== null).join(' ') || 'nothing';
