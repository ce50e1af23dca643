import { Checkbox, Group, Input, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useId, type ChangeEvent } from 'react';
import type { PasswordPolicy } from '../../../src-shared/domain/password.ts';
import { hasUnassignedEinPrefix, tinSchema } from '../../../src-shared/domain/tin.ts';
import type { FieldProblemCode } from '../../../src-shared/errors.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { Field } from '../../../src-shared/portals/definition.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { HelpCircle } from '../help-circle.tsx';
import { inputTraits } from './input-traits.ts';
import { OrganizationPicker } from './organization-picker.tsx';
import { PasswordRules } from './password-rules.tsx';
import { RadioField } from './radio-field.tsx';
import classes from './wizard.module.css';

export interface WizardFieldProps {
  readonly field: Field;
  readonly portalId: string;
  readonly answers: Answers;
  readonly policy: PasswordPolicy;
  readonly problem: FieldProblemCode | null;
  /** `of` names another field that is answered along with this one. */
  readonly onAnswer: (answer: string | boolean, of?: string) => void;
}

/** From this many options on a choice is a drop-down instead of radio buttons. */
const manyOptions = 5;

/** One field of a portal definition, drawn by its kind. */
export function WizardField(props: WizardFieldProps) {
  const { field, answers, problem, onAnswer } = props;
  if (field.kind === 'agreement') {
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
  }
  if (field.kind === 'choice' && (field.options?.length ?? 0) < manyOptions) {
    return (
      <RadioField
        field={field}
        value={textOf(answers[field.id])}
        error={errorOf(problem)}
        onChange={(value) => onAnswer(value)}
      />
    );
  }
  return <LabelledField {...props} />;
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

function LabelledField({ field, portalId, answers, policy, problem, onAnswer }: WizardFieldProps) {
  const id = useId();
  const answer = textOf(answers[field.id]);
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
      case 'choice':
        return (
          <Select
            {...shared}
            data={field.options?.map((option) => ({ ...option })) ?? []}
            value={answer === '' ? null : answer}
            onChange={(value) => onAnswer(value ?? '')}
            searchable
          />
        );
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
      case 'tax-id':
        return (
          <div>
            <TextInput {...shared} value={answer} onChange={onChange} />
            {isOddTaxId(answer) && (
              <Input.Description mt={4} role="status">
                No employer has been given a number that starts with {answer.trim().slice(0, 2)}. Compare it with your
                letter; you can go on if it is right.
              </Input.Description>
            )}
          </div>
        );
      default:
        return <TextInput {...shared} value={answer} onChange={onChange} />;
    }
  }
}

const textOf = (answer: string | boolean | undefined): string => (typeof answer === 'string' ? answer : '');
const errorOf = (problem: FieldProblemCode | null) => (problem === null ? undefined : fieldText(problem));

/** An SSN says by its dashes that it is none of the IRS's numbers. */
function isOddTaxId(answer: string): boolean {
  const parsed = tinSchema.safeParse(answer);
  return parsed.success && !/^\d{3}-/u.test(answer.trim()) && hasUnassignedEinPrefix(parsed.data);
}
