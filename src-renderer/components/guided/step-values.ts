import { formatPhone } from '../../../src-shared/domain/phone.ts';
import { isVisible, type Answers } from '../../../src-shared/portals/answers.ts';
import type { Field, Step } from '../../../src-shared/portals/definition.ts';
import type { CopyValue } from './copy-list.tsx';

/** What of a step is pasted into the portal's page: what was answered, in the portal's words. */
export const stepValues = (step: Step, answers: Answers): CopyValue[] =>
  step.fields
    .filter((field) => field.kind !== 'agreement' && field.kind !== 'password-again' && isVisible(field, answers))
    .flatMap((field) =>
      answersTo(field, answers).map((value) => ({ label: field.label, value, isSecret: field.secret === true })),
    );

function answersTo(field: Field, answers: Answers): string[] {
  const answer = answers[field.id];
  if (answer === undefined || typeof answer === 'boolean') return [];
  return (typeof answer === 'string' ? [answer] : [...answer])
    .map((value) => (field.secret === true ? value : value.trim()))
    .filter((value) => value !== '')
    .map((value) => shown(field, value));
}

function shown({ kind, options = [] }: Field, value: string): string {
  const option = options.find((each) => each.value === value);
  if (option !== undefined) return option.label;
  return (kind === 'phone' || kind === 'fax') && /^\d{10}$/u.test(value) ? formatPhone(value) : value;
}
