import type { DatabaseTransaction, PortalContext } from '../context.ts';
import type { JobHandler } from '../jobs/job-handler.ts';
import { unseal } from '../seal.ts';
import { emailMessageSchema, type EmailMessage } from './email-message.ts';
import { layOutLetter } from './lay-out-letter.ts';
import type { Mailer } from './mailer.ts';

/** What became of an email, for whoever has to know. `words` are the mail server's. */
export type EmailResult =
  | { readonly status: 'sent' }
  | {
      readonly status: 'failed';
      readonly failure: 'mailbox_refused' | 'mail_server_unreachable';
      readonly words: string;
    };

/** Told in the transaction that notes the result. */
export type OnEmailResult = (
  transaction: DatabaseTransaction,
  followUp: NonNullable<EmailMessage['followUp']>,
  result: EmailResult,
) => Promise<void>;

/**
 * Delivers a queued email. What the server refuses for good fails at once (`mailbox_refused`); anything else is tried
 * again until no try is left (`mail_server_unreachable`).
 */
export const sendEmailJob =
  (context: PortalContext, mailer: Mailer, onResult: OnEmailResult): JobHandler<'send-email'> =>
  async ({ sealed }, { id }) => {
    const { to, letter, followUp } = emailMessageSchema.parse(JSON.parse(unseal(context, sealed)));
    const tell = (result: EmailResult) => async (transaction: DatabaseTransaction) => {
      if (followUp !== undefined) await onResult(transaction, followUp, result);
    };
    const from = context.settings.mailFrom;
    const messageId = `<${id}@${from.split('@').at(-1)?.replace('>', '') ?? 'localhost'}>`;
    const delivery = await mailer.send({ messageId, from, to, ...layOutLetter(letter) });
    if (delivery.status === 'accepted') return { status: 'done', effect: tell({ status: 'sent' }) };
    const { reason, words } = delivery;
    return delivery.status === 'refused'
      ? { status: 'failed', reason, effect: tell({ status: 'failed', failure: 'mailbox_refused', words }) }
      : { status: 'retry', reason, atLast: tell({ status: 'failed', failure: 'mail_server_unreachable', words }) };
  };
