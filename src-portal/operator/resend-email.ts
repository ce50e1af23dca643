import { fail, ok } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import { writeAudit } from '../features/audit/write-audit.ts';
import { sendVerificationEmail } from '../identity/send-verification-email.ts';
import { emailMessageSchema } from '../mail/email-message.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import { unseal } from '../seal.ts';
import { findAccount } from './find-account.ts';
import { operatorName, type OperatorCommand } from './operator-command.ts';

/** For somebody who says that nothing has arrived. */
export const resendEmail: OperatorCommand = {
  name: 'resend-email',
  subject: 'EMAIL',
  summary: 'Sends the link that confirms the address once more; else tries the delivery that failed last at once',
  run: async (context, portals, email) => {
    const found = await findAccount(context.database, portals, email);
    if (!found.ok) return found;
    const { account, portal } = found.value;
    if (account.email_verified_at !== null) {
      const retried = await retryLastDelivery(context, account.email);
      return retried
        ? ok({
            message: `The email to ${account.email} that could not be delivered is tried again at once`,
            tables: [],
          })
        : fail(`${account.email} is confirmed, and no email to it waits for another try`);
    }
    if (context.settings.publicUrl === '')
      return fail('Set PUBLIC_URL to where browsers reach the service: the link leads there');
    await context.database.transaction().execute(async (transaction) => {
      const { id, portal_id: portalId, first_name: firstName } = account;
      await sendVerificationEmail(transaction, context, { id, portalId, email: account.email, firstName });
      await writeAudit(transaction, context, {
        organizationId: null,
        accountId: null,
        actor: operatorName(portal),
        commandId: null,
        action: 'resend-verification',
        subjectKind: 'account',
        subjectId: id,
        before: null,
        after: null,
      });
    });
    return ok({ message: `A new link is on its way to ${account.email}; earlier ones stay good`, tables: [] });
  },
};

/** Emails wait sealed, so those that failed are opened one after another, the latest first. */
async function retryLastDelivery(context: PortalContext, to: string): Promise<boolean> {
  const failed = await context.database
    .selectFrom('job')
    .select(['id', 'payload'])
    .where('kind', '=', 'send-email')
    .where('status', '=', 'waiting')
    .where('last_error', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const job = failed.find(({ payload }) => recipientOf(context, payload) === to);
  if (job === undefined) return false;
  const { numUpdatedRows } = await context.database
    .updateTable('job')
    .set({ run_at: context.chance.now() })
    .where('id', '=', job.id)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function recipientOf(context: PortalContext, payload: object): string {
  const { sealed } = jobKinds['send-email'].parse(payload);
  return emailMessageSchema.parse(JSON.parse(unseal(context, sealed))).to;
}
