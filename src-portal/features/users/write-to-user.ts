import type { Letter } from '../../mail/email-message.ts';
import type { Correspondence } from '../../mail/letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';
import type { Decision } from '../commands/decision.ts';

/** What every letter about a decision says. */
export type DecisionNews = Correspondence & { readonly organizationName: string; readonly decidedBy: string };

/** Queues the email that tells a person what was decided about them; it goes out when the decision is committed. */
export const writeToUser = (
  decision: Decision,
  person: { readonly email: string; readonly firstName: string },
  letter: (news: DecisionNews) => Letter,
): Promise<void> =>
  queueEmail(decision.transaction, decision.context, {
    to: person.email,
    letter: letter({
      portal: decision.portal,
      firstName: person.firstName,
      organizationName: decision.organizationName,
      decidedBy: decision.actor.name,
    }),
  });
