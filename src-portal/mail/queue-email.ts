import type { DatabaseTransaction, PortalContext } from '../context.ts';
import { seal } from '../seal.ts';
import { emailMessageSchema, type EmailMessage } from './email-message.ts';

/**
 * Puts an email into the outgoing queue, in the transaction of what it tells of: it goes out if, and only if, that
 * commits. It waits there sealed, since it may carry a link or a code.
 */
export async function queueEmail(
  transaction: DatabaseTransaction,
  context: PortalContext,
  message: EmailMessage,
): Promise<void> {
  const text = JSON.stringify(emailMessageSchema.parse(message));
  await context.jobs.enqueue(transaction, 'send-email', { sealed: seal(context, text) });
}
