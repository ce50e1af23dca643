import type { PortalContext } from '../../context.ts';
import { hashPassword } from '../../identity/password-hash.ts';
import { hashSecurityAnswer, type HashedAnswer } from '../../identity/security-answers.ts';
import type { Registrant } from './registrant.ts';

/** What a registrant alone knows, in the form in which it is kept. */
export interface Secrets {
  readonly passwordHash: string;
  readonly securityAnswers: readonly HashedAnswer[];
}

/** Takes long on purpose: call it outside of transactions. */
export async function secretsOf(context: PortalContext, registrant: Registrant): Promise<Secrets> {
  const securityAnswers: HashedAnswer[] = [];
  // one after the other: each takes 64 MiB
  for (const { place, question, answer } of registrant.securityAnswers)
    securityAnswers.push({ place, question, answerHash: await hashSecurityAnswer(context, answer) });
  return { passwordHash: await hashPassword(context, registrant.password), securityAnswers };
}
