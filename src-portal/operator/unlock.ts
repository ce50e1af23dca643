import { ok } from '../../src-shared/result.ts';
import { writeAudit } from '../features/audit/write-audit.ts';
import {
  distributedPasswordCounter,
  factorCounters,
  passcodeEmailCounter,
  passwordCounterPrefix,
} from '../identity/sign-in-limits.ts';
import { findAccount } from './find-account.ts';
import { operatorName, type OperatorCommand } from './operator-command.ts';

/** For somebody whom wrong passwords or passcodes keep out: their own, or a stranger's guesses. */
export const unlock: OperatorCommand = {
  name: 'unlock',
  subject: 'EMAIL',
  summary: 'Ends a lockout: forgets the wrong passwords and passcodes of the account, from wherever they came',
  run: async (context, portals, email) => {
    const found = await findAccount(context.database, portals, email);
    if (!found.ok) return found;
    const { account, portal } = found.value;
    const counters = [
      distributedPasswordCounter(context, portal.id, account.email),
      ...factorCounters(account.id),
      passcodeEmailCounter(account.id),
    ];
    return context.database.transaction().execute(async (transaction) => {
      const { numDeletedRows } = await transaction
        .deleteFrom('rate_limit')
        .where((row) =>
          row.or([
            row(
              'key',
              'in',
              counters.map(({ key }) => key),
            ),
            // not `like`: a hash may hold its wildcards
            ...[account.email, ...(account.username === null ? [] : [account.username])].map((name) =>
              row.fn<boolean>('starts_with', ['key', row.val(passwordCounterPrefix(context, portal.id, name))]),
            ),
          ]),
        )
        .executeTakeFirst();
      if (numDeletedRows === 0n) return ok({ message: `Nothing is counted against ${account.email}`, tables: [] });
      await writeAudit(transaction, context, {
        organizationId: null,
        accountId: null,
        actor: operatorName(portal),
        commandId: null,
        action: 'unlock-account',
        subjectKind: 'account',
        subjectId: account.id,
        before: null,
        after: null,
      });
      return ok({ message: `What was counted against ${account.email} is forgotten`, tables: [] });
    });
  },
};
