import { isVisible, type Answer, type Answers } from '../../../src-shared/portals/answers.ts';
import type { Field, Step } from '../../../src-shared/portals/definition.ts';
import { uspsStates } from './usps-states.ts';

/** One answer of a completed form, in words. */
export interface ReviewRow {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly isSecret: boolean;
}

export interface ReviewSection {
  readonly stepIndex: number;
  readonly title: string;
  readonly rows: readonly ReviewRow[];
}

/** What stands in place of an answer that is not shown. */
export const maskedAnswer = '••••••••';

/** A7: what was answered, by the steps in sight. A password that was entered twice stands there once. */
export const reviewSections = (
  steps: readonly Step[],
  answers: Answers,
  planNames: ReadonlyMap<string, string>,
): ReviewSection[] =>
  steps.flatMap((step, stepIndex) => {
    if (!isVisible(step, answers)) return [];
    const fields = step.fields.filter((field) => field.kind !== 'password-again' && isVisible(field, answers));
    const rows = fields.map((field) => ({
      id: field.id,
      label: field.label,
      value: wordsOf(field, answers[field.id], planNames),
      isSecret: field.secret === true,
    }));
    return rows.length === 0 ? [] : [{ stepIndex, title: step.title, rows }];
  });

/** As it is printed: what is not revealed stays masked. */
export const printedSections = (sections: readonly ReviewSection[], revealed: ReadonlySet<string>) =>
  sections.map(({ title, rows }) => ({
    title,
    rows: rows.map(({ id, label, value, isSecret }) => ({
      label,
      value: isSecret && !revealed.has(id) ? maskedAnswer : value,
    })),
  }));

function wordsOf(field: Field, answer: Answer | undefined, planNames: ReadonlyMap<string, string>): string {
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  if (answer === undefined || answer.length === 0) return field.kind === 'health-plans' ? 'None' : '';
  if (typeof answer !== 'string') return answer.map((item) => planNames.get(item) ?? item.trim()).join(', ');
  if (field.secret === true && field.kind !== 'choice') return answer;
  const option = field.options?.find(({ value }) => value === answer);
  if (option !== undefined) return option.label;
  if (field.kind === 'state') return uspsStates.find(([value]) => value === answer)?.[1] ?? answer;
  return answer.trim();
}
