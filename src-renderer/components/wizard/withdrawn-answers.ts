import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { Field, Step } from '../../../src-shared/portals/definition.ts';

const without = (answers: Answers, steps: readonly Step[], isGone: (field: Field) => boolean): Answers => {
  const gone = new Set(
    steps
      .flatMap((step) => step.fields)
      .filter(isGone)
      .map(({ id }) => id),
  );
  return gone.size === 0 ? answers : Object.fromEntries(Object.entries(answers).filter(([id]) => !gone.has(id)));
};

/** What was chosen among the matches of a field is no answer any more once that field's answer is another one. */
export const withoutChoicesOf = (steps: readonly Step[], answers: Answers, field: string): Answers =>
  without(answers, steps, ({ matchesOf }) => matchesOf === field);

/** A way into an organization that the one found now does not have is no answer any more (D5). */
export const withoutClosedRoutes = (steps: readonly Step[], answers: Answers, found: Eligibility | null): Answers =>
  without(
    answers,
    steps,
    ({ id, kind }) => kind === 'association-route' && !isOpenRoute(String(answers[id] ?? ''), found),
  );

/** Where the portal names no routes, all are open. */
export const isOpenRoute = (route: string, found: Eligibility | null): boolean =>
  found?.routes === undefined || found.routes.some((open) => open === route);
