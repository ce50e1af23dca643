import type { PortalContext } from './context.ts';
import { activateBillingAgency } from './features/billing-agencies/activate-billing-agency.ts';
import { truncateFeeds } from './features/changes/truncate-feed.ts';
import { forgetOldCommands } from './features/commands/recorded-commands.ts';
import { expireInvitations } from './features/invitations/expire-invitations.ts';
import { recordInvitationDelivery } from './features/invitations/record-delivery.ts';
import { sendPasswordResetJob } from './features/passwords/request-password-reset.ts';
import { expireUnusedAccounts } from './features/registrations/expire-unused-accounts.ts';
import { warnUnusedAccounts } from './features/registrations/warn-unused-accounts.ts';
import { tellSignIn } from './features/users/tell-sign-in.ts';
import { forgetOldRecords } from './jobs/forget-old-records.ts';
import type { JobHandlers } from './jobs/job-handler.ts';
import type { Mailer } from './mail/mailer.ts';
import { sendEmailJob, type OnEmailResult } from './mail/send-email-job.ts';

/** What the service does by itself. */
export function jobHandlers(context: PortalContext, mailer: Mailer): JobHandlers {
  const onEmailResult: OnEmailResult = (transaction, { invitationId }, result) =>
    recordInvitationDelivery(
      transaction,
      context,
      invitationId,
      result.status === 'sent' ? result : { status: 'failed', failure: result.failure, detail: result.words },
    );
  return {
    'send-email': sendEmailJob(context, mailer, onEmailResult),
    'send-password-reset': sendPasswordResetJob(context),
    async 'tell-sign-in'({ accountId }) {
      await tellSignIn(context, accountId);
      return { status: 'done' };
    },
    async 'activate-billing-agency'({ agencyId }) {
      await activateBillingAgency(context, agencyId);
      return { status: 'done' };
    },
    async 'expire-invitations'() {
      await expireInvitations(context);
      return { status: 'done' };
    },
    async 'expire-unused-accounts'() {
      await warnUnusedAccounts(context);
      await expireUnusedAccounts(context);
      return { status: 'done' };
    },
    async 'forget-old-records'() {
      await forgetOldRecords(context);
      await forgetOldCommands(context);
      return { status: 'done' };
    },
    async 'truncate-feeds'() {
      await truncateFeeds(context);
      return { status: 'done' };
    },
  };
}
