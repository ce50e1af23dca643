import { invalidInput } from '../../../src-shared/errors.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { Proofs } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import { takeAttempt } from '../../identity/take-attempt.ts';
import { claimAnswersOf, claimRuleProblems } from './claim-answers.ts';
import { gradeClaims } from './grade-claims.ts';

/** Three tries of one account for one organization in a day. [ours] */
const windowMs = 24 * 60 * 60_000;

/**
 * Whether somebody has the organization's advisories at hand (D7). Answers that break a rule fail with `invalid_input` and
 * are no try; wrong ones with `claims_not_confirmed` and the tries that are left, as a whole; after the last one everything
 * fails with `locked_out`.
 */
export async function confirmClaims(
  context: PortalContext,
  { claims: rules }: Proofs,
  { accountId, organizationId }: { readonly accountId: string; readonly organizationId: string },
  answers: Answers,
): Promise<Result<null>> {
  const answered = claimAnswersOf(answers, rules);
  const problems = claimRuleProblems(answered, rules, context.chance.now());
  if (problems.length > 0) return fail(invalidInput(problems));
  const key = `claims:${accountId}:${organizationId}`;
  const taken = await takeAttempt(context.database, context, key, { limit: rules.tries, windowMs });
  if (!taken.ok) return fail({ code: 'locked_out', ...taken.error });
  const right = await gradeClaims(context.database, organizationId, answered);
  return right ? ok(null) : fail({ code: 'claims_not_confirmed', triesLeft: taken.value.attemptsLeft });
}
