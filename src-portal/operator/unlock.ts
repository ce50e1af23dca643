import { ok } from '../../src-shared/result.ts';
import { writeAudit } from '../features/audit/write-audit.ts';
import { distributedPasswordCounter, factorCounters, passcodeEmailCounter } from '../identity/sign-in-limits.ts';
import { findAccount } from './find-account.ts';
import { operatorName, type OperatorCommand } from './operator-command.ts';

/**
 * For somebody whom wrong passcodes, or a stranger's guesses from many places, keep out. What is counted by network
 * address is not known by account; it is forgotten by itself after 15 minutes.
 */
export const unlock: OperatorCommand = {
  name: 'unlock',
  subject: 'EMAIL',
  summary: 'Forgets wrong passcodes, and wrong passwords from anywhere (those from one place end after 15 minutes)',
  run: async (context, portal, email) => {
    const found = await findAccount(context.database, portal, email);
    if (!found.ok) return found;
    const account = found.value;
    const counters = [
      distributedPasswordCounter(context, portal.id, account.email),
      ...factorCounters(account.id),
      passcodeEmailCounter(account.id),
    ];
    return context.database.transaction().execute(async (transaction) => {
      const { numDeletedRows } = await transaction
        .deleteFrom('rate_limit')
        .where(
          'key',
          'in',
          counters.map(({ key }) => key),
        )
        .executeTakeFirst();
      if (numDeletedRows === 0n)
        return ok({ message: `Nothing is counted against ${account.email}; ${elsewhere}`, tables: [] });
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
      return ok({ message: `What was counted against ${account.email} is forgotten; ${elsewhere}`, tables: [] });
    });
  },
};

const elsewhere = 'a lockout of one network address ends after 15 minutes';
