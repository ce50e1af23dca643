import { signInNameSchema } from '../../src-shared/domain/username.ts';
import { fail, ok } from '../../src-shared/result.ts';
import { writeAudit } from '../features/audit/write-audit.ts';
import { isExistingUser } from '../identity/migration-standing.ts';
import { onePortal } from './one-portal.ts';
import { operatorName, type OperatorCommand } from './operator-command.ts';

const dayMs = 24 * 60 * 60_000;

/** For somebody who has not completed the move in time, or will not (E2). */
export const extendMigration: OperatorCommand = {
  name: 'extend-migration',
  subject: 'USERNAME',
  summary: 'Gives somebody more days for the move to MFA: 30, from now or from the end of those that are left',
  run: async (context, portals, typed) => {
    const username = signInNameSchema.safeParse(typed).data ?? typed;
    return context.database.transaction().execute(async (transaction) => {
      const named = await transaction
        .selectFrom('account')
        .selectAll()
        .where('username', '=', username)
        .forUpdate()
        .execute();
      const existing = named.filter(isExistingUser);
      const chosen = onePortal(portals, existing, {
        nowhere: `user called ${username} who has yet to move`,
        ambiguous: `${username} has yet to move`,
      });
      if (!chosen.ok) return chosen;
      const { migration } = chosen.value;
      const account = existing.find(({ portal_id: id }) => id === chosen.value.id);
      if (account === undefined || migration === undefined) throw new Error('Such users alone were searched');
      if (account.migration_due_at === null) return fail(`The move has not been announced to ${username} yet`);
      const from = Math.max(account.migration_due_at.getTime(), context.chance.now().getTime());
      const dueAt = new Date(from + migration.days * dayMs);
      await transaction.updateTable('account').set({ migration_due_at: dueAt }).where('id', '=', account.id).execute();
      await writeAudit(transaction, context, {
        organizationId: null,
        accountId: null,
        actor: operatorName(chosen.value),
        commandId: null,
        action: 'extend-migration',
        subjectKind: 'account',
        subjectId: account.id,
        before: { dueAt: account.migration_due_at.toISOString() },
        after: { dueAt: dueAt.toISOString() },
      });
      return ok({
        message: `${username} has until ${dueAt.toISOString().slice(0, 10)} to complete the move`,
        tables: [],
      });
    });
  },
};
