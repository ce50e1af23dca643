import type { Migration, PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { PortalContext } from '../../context.ts';
import { migrationNoticeLetter } from '../../mail/migration-letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';
import { writeAudit } from '../audit/write-audit.ts';

const dayMs = 24 * 60 * 60_000;

/** Emails the notice to every existing user who has not had it, starts their days, and answers how many they are (E2). */
export function announceMigrationAt(
  context: PortalContext,
  portal: PortalDefinition & { readonly migration: Migration },
  actor: string,
): Promise<number> {
  const { days, notice } = portal.migration;
  const now = context.chance.now();
  const dueAt = new Date(now.getTime() + days * dayMs);
  return context.database.transaction().execute(async (transaction) => {
    const announced = await transaction
      .updateTable('account')
      .set({ migration_announced_at: now, migration_due_at: dueAt })
      .where('portal_id', '=', portal.id)
      .where('username', 'is not', null)
      .where('mfa_since', 'is', null)
      .where('migration_announced_at', 'is', null)
      .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', now)]))
      .returning(['id', 'email', 'first_name'])
      .execute();
    for (const { id, email, first_name: firstName } of announced) {
      const letter = migrationNoticeLetter({ portal, firstName, notice, days, dueAt });
      await queueEmail(transaction, context, { to: email, letter });
      await writeAudit(transaction, context, {
        organizationId: null,
        accountId: null,
        actor,
        commandId: null,
        action: 'announce-migration',
        subjectKind: 'account',
        subjectId: id,
        before: null,
        after: { dueAt: dueAt.toISOString() },
      });
    }
    return announced.length;
  });
}
