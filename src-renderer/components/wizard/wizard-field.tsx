import { Checkbox, Group, Input, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useId, type ChangeEvent } from 'react';
import type { PasswordPolicy } from '../../../src-shared/domain/password.ts';
import type { FieldProblem, FieldProblemCode } from '../../../src-shared/errors.ts';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import type { Answer, Answers } from '../../../src-shared/portals/answers.ts';
import type { Field } from '../../../src-shared/portals/definition.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { HelpCircle } from '../help-circle.tsx';
import { AssociationRouteField } from './association-route-field.tsx';
import { inputTraits } from './input-traits.ts';
import { ListField } from './list-field.tsx';
import { OddTaxId } from './odd-tax-id.tsx';
import { OrganizationPicker } from './organization-picker.tsx';
import { PasswordRules } from './password-rules.tsx';
import { RadioField } from './radio-field.tsx';
import { StateSelect } from './state-select.tsx';
import classes from './wizard.module.css';

export interface WizardFieldProps {
  readonly field: Field;
  readonly portalId: string;
  readonly answers: Answers;
  readonly policy: PasswordPolicy;
  /** What the portal found for the answers so far. */
  readonly found: Eligibility | null;
  /** Those of this field, and of the places in it. */
  readonly problems: readonly FieldProblem[];
  /** `of` names another field that is answered along with this one. */
  readonly onAnswer: (answer: Answer, of?: string) => void;
  /** Told while the field asks the portal for something that belongs to its answer. */
  readonly onLookUp: (isLookingUp: boolean) => void;
}

/** From this many options on a choice is a drop-down instead of radio buttons. */
const manyOptions = 5;

/** One field of a portal definition, drawn by its kind. */
export function WizardField(props: WizardFieldProps) {
  const { field, answers, found, problems, onAnswer } = props;
  const problem = problems[0]?.code ?? null;
  const answer = textOf(answers[field.id]);
  switch (field.kind) {
    case 'agreement':
      return (
        <Checkbox
          label={<AgreementLabel field={field} />}
          checked={answers[field.id] === true}
          onChange={(event) => onAnswer(event.currentTarget.checked)}
          error={errorOf(problem)}
          aria-invalid={problem !== null}
          aria-required={field.required}
          data-problem={problem !== null || undefined}
        />
      );
    case 'tax-ids':
    case 'health-plans':
      return <ListField {...props} />;
    case 'association-route':
      return (
        <AssociationRouteField
          field={field}
          value={answer}
          found={found}
          error={errorOf(problem)}
          onChange={(route) => onAnswer(route)}
        />
      );
    case 'choice':
      return (field.options?.length ?? 0) < manyOptions ? (
        <RadioField
          field={field}
          value={answer}
          taken={takenElsewhere(field, answers)}
          error={errorOf(problem)}
          onChange={(value) => onAnswer(value)}
        />
      ) : (
        <LabelledField {...props} />
      );
    default:
      return <LabelledField {...props} />;
  }
}

const AgreementLabel = ({ field }: { readonly field: Field }) => (
  <>
    {field.label}
    {field.required && (
      <span className={classes['asterisk']} aria-hidden>
        {' '}
        *
      </span>
    )}
  </>
);

function LabelledField({ field, portalId, answers, policy, problems, onAnswer }: WizardFieldProps) {
  const id = useId();
  const answer = textOf(answers[field.id]);
  const problem = problems[0]?.code ?? null;
  const shared = {
    id,
    description: field.hint,
    error: errorOf(problem),
    'aria-required': field.required,
    'aria-invalid': problem !== null,
    'data-problem': problem !== null || undefined,
    ...inputTraits(field.kind),
  };
  return (
    <Stack gap={4}>
      <Group gap={4}>
        <Input.Label htmlFor={id} required={field.required}>
          {field.label}
        </Input.Label>
        {field.help !== undefined && <HelpCircle about={field.label}>{field.help}</HelpCircle>}
      </Group>
      {control()}
    </Stack>
  );

  function control() {
    const onChange = (event: ChangeEvent<HTMLInputElement>) => onAnswer(event.currentTarget.value);
    switch (field.kind) {
      case 'choice': {
        const taken = takenElsewhere(field, answers);
        return (
          <Select
            {...shared}
            data={field.options?.map(({ value, label }) => ({ value, label, disabled: taken.has(value) })) ?? []}
            value={answer === '' ? null : answer}
            onChange={(value) => onAnswer(value ?? '')}
            searchable
          />
        );
      }
      case 'state':
        return <StateSelect {...shared} value={answer} onChange={(state) => onAnswer(state)} />;
      case 'organization': {
        const { matchesOf = '' } = field;
        return (
          <OrganizationPicker
            {...shared}
            portalId={portalId}
            typed={textOf(answers[matchesOf])}
            value={answer}
            onChoose={({ providerId, npi }) => {
              onAnswer(npi, matchesOf);
              onAnswer(providerId);
            }}
          />
        );
      }
      case 'new-password':
        return (
          <div>
            <PasswordInput {...shared} value={answer} onChange={onChange} />
            <PasswordRules password={answer} policy={policy} email={textOf(answers['email'])} />
          </div>
        );
      case 'password-again':
        return <PasswordInput {...shared} value={answer} onChange={onChange} />;
      case 'security-answer':
        return (
          <PasswordInput
            {...shared}
            value={answer}
            onChange={onChange}
            visibilityToggleButtonProps={{ 'aria-label': `Show ${field.label}`, tabIndex: 0 }}
          />
        );
      case 'date':
        return <TextInput {...shared} type="date" value={answer} onChange={onChange} />;
      case 'tax-id':
        return (
          <div>
            <TextInput {...shared} value={answer} onChange={onChange} />
            <OddTaxId answer={answer} />
          </div>
        );
      default:
        return <TextInput {...shared} value={answer} onChange={onChange} />;
    }
  }
}

const textOf = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');
const errorOf = (problem: FieldProblemCode | null) => (problem === null ? undefined : fieldText(problem));

/** What fields that have to differ from this one have been answered with. */
const takenElsewhere = ({ differsFrom = [] }: Field, answers: Answers): ReadonlySet<string> =>
  new Set(differsFrom.map((id) => textOf(answers[id])).filter((answer) => answer !== ''));
