import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { FieldProblemCode } from '../../../src-shared/errors.ts';
import type { Answer } from '../../../src-shared/portals/answers.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { HelpCircle } from '../help-circle.tsx';
import { HealthPlansField } from './health-plans-field.tsx';
import { TaxIdsField } from './tax-ids-field.tsx';
import { usableTaxIds } from './usable-tax-ids.ts';
import type { WizardFieldProps } from './wizard-field.tsx';

/** A field whose answer is a list. */
export function ListField({ field, portalId, answers, problems, onAnswer, onLookUp }: WizardFieldProps) {
  const answer = answers[field.id];
  const [problem] = problems;
  if (field.kind === 'health-plans') {
    return (
      <HealthPlansField
        field={field}
        portalId={portalId}
        taxIds={usableTaxIds(answers[field.plansOf ?? ''])}
        value={Array.isArray(answer) ? listOf(answer) : null}
        expected={findPortal(portalId)?.healthPlans?.expected}
        error={problem === undefined ? undefined : fieldText(problem.code)}
        onChange={(planIds) => onAnswer(planIds)}
        onLookUp={onLookUp}
      />
    );
  }
  return (
    <TaxIdsField
      label={field.label}
      value={listOf(answer)}
      problems={new Map(problems.map(({ path, code }): [number, FieldProblemCode] => [placeIn(path), code]))}
      required={field.required}
      description={field.hint}
      help={field.help === undefined ? undefined : <HelpCircle about={field.label}>{field.help}</HelpCircle>}
      onChange={(taxIds) => onAnswer(taxIds)}
    />
  );
}

const listOf = (answer: Answer | undefined): readonly string[] => {
  if (typeof answer === 'string') return answer === '' ? [] : [answer];
  return typeof answer === 'object' ? answer : [];
};

/** The row of `taxIds.1`; a problem with the whole list is told at the first one. */
const placeIn = (path: string): number => Number(path.split('.')[1] ?? 0);
