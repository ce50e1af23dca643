import { fail, ok } from '../../src-shared/result.ts';
import { writeAudit } from '../features/audit/write-audit.ts';
import { sendPasswordReset } from '../features/passwords/send-password-reset.ts';
import { findAccount } from './find-account.ts';
import { operatorName, type OperatorCommand } from './operator-command.ts';

/** The Password Reset email that an administrator of the portal sends (E5). */
export const sendPasswordResetEmail: OperatorCommand = {
  name: 'send-password-reset',
  subject: 'EMAIL',
  summary: 'Sends a link, good for 30 minutes, with which the person chooses a new password',
  run: async (context, portals, email) => {
    const found = await findAccount(context.database, portals, email);
    if (!found.ok) return found;
    const { account, portal } = found.value;
    if (context.settings.publicUrl === '')
      return fail('Set PUBLIC_URL to where browsers reach the service: the link leads there');
    await context.database.transaction().execute(async (transaction) => {
      await sendPasswordReset(transaction, context, account, operatorName(portal));
      await writeAudit(transaction, context, {
        organizationId: null,
        accountId: null,
        actor: operatorName(portal),
        commandId: null,
        action: 'send-password-reset',
        subjectKind: 'account',
        subjectId: account.id,
        before: null,
        after: null,
      });
    });
    return ok({ message: `A link to choose a new password is on its way to ${account.email}`, tables: [] });
  },
};
