import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { AssociatingPortal } from '../../../src-shared/portals/definition.ts';
import { fail, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import { takeAttempt, type AttemptLimit } from '../../identity/take-attempt.ts';
import { keyedHash } from '../../seal.ts';
import { matchProvider, namedProvider, type ProviderMatch } from '../../directory/match-provider.ts';

const tenMinutesMs = 10 * 60_000;

/** A registration takes two attempts; a whole front desk behind one address still gets in. [ours] */
const attemptsPerAddress: AttemptLimit = { limit: 20, windowMs: tenMinutesMs };
/** However many addresses somebody has, they do not try out the Tax IDs of one provider. [ours] */
const attemptsPerProvider: AttemptLimit = { limit: 20, windowMs: tenMinutesMs };

/** `matchProvider` for whoever asks: `rate_limited` to those who ask too often, found or not. */
export async function matchForStranger(
  context: PortalContext,
  portal: AssociatingPortal,
  answers: Answers,
  address: string,
): Promise<Result<ProviderMatch>> {
  const counted = [
    await takeAttempt(
      context.database,
      context,
      `match-from:${keyedHash(context, 'address', address)}`,
      attemptsPerAddress,
    ),
    await takeAttempt(
      context.database,
      context,
      `match:${portal.id}:${namedProvider(portal, answers)}`,
      attemptsPerProvider,
    ),
  ];
  const waits = counted.map((attempt) => (attempt.ok ? 0 : attempt.error.retryAfterMs));
  const retryAfterMs = Math.max(...waits);
  if (retryAfterMs > 0) return fail({ code: 'rate_limited', retryAfterMs });
  return matchProvider(context.database, portal, answers);
}
