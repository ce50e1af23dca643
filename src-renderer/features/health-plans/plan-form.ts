import { planIdSchema } from '../../../src-shared/domain/health-plan.ts';
import { tinSchema } from '../../../src-shared/domain/tin.ts';
import { fieldProblems, type DeskError, type FieldProblem, type FieldProblemCode } from '../../../src-shared/errors.ts';

/** What was chosen and typed to add a plan. */
export interface TypedPlan {
  readonly planId: string;
  readonly taxIds: readonly string[];
}

export const blankPlan: TypedPlan = { planId: '', taxIds: [] };

/** What is wrong with a field, by its path: `planId`, `taxIds.1`. */
export type PlanProblems = ReadonlyMap<string, FieldProblemCode>;

/** What can be said before the portal is asked. */
export function problemsOf({ planId, taxIds }: TypedPlan): PlanProblems {
  const problems: FieldProblem[] = [];
  const note = (path: string, parsed: ReturnType<typeof tinSchema.safeParse>) => {
    if (parsed.success) return;
    problems.push({ path, code: fieldProblems(parsed.error)[0]?.code ?? 'invalid_format' });
  };
  if (planId === '') problems.push({ path: 'planId', code: 'required' });
  else note('planId', planIdSchema.safeParse(planId));
  const seen = new Set<string>();
  // no Tax ID is one box that nobody filled in
  for (const [place, typed] of (taxIds.length === 0 ? [''] : taxIds).entries()) {
    const parsed = tinSchema.safeParse(typed);
    const path = `taxIds.${String(place)}`;
    note(path, parsed);
    if (parsed.success && seen.has(parsed.data)) problems.push({ path, code: 'duplicate' });
    if (parsed.success) seen.add(parsed.data);
  }
  return byPath(problems);
}

/** What the portal refused, field by field; empty where it said nothing about a field. */
export const refusedFields = ({ fields = [] }: DeskError): PlanProblems => byPath(fields);

/** What is wrong with Tax IDs, by their places. */
export const taxIdProblems = (problems: PlanProblems): ReadonlyMap<number, FieldProblemCode> =>
  new Map(
    [...problems].flatMap(([path, code]) => {
      const place = /^taxIds\.(\d+)$/u.exec(path)?.[1];
      return place === undefined ? [] : [[Number(place), code]];
    }),
  );

const byPath = (problems: readonly FieldProblem[]): PlanProblems =>
  new Map(problems.toReversed().map(({ path, code }) => [path, code]));
