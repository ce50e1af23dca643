import { Group, Input, Radio, Stack } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { Field } from '../../../src-shared/portals/definition.ts';
import { HelpCircle } from '../help-circle.tsx';

export interface RadioFieldProps {
  readonly field: Field;
  readonly value: string;
  /** Options that a field which has to differ was answered with. */
  readonly taken: ReadonlySet<string>;
  readonly error: ReactNode;
  readonly onChange: (value: string) => void;
}

/** A choice among few options, all in sight. */
export function RadioField({ field, value, taken, error, onChange }: RadioFieldProps) {
  const id = useId();
  const invalid = error !== undefined;
  const described = [field.hint === undefined ? '' : `${id}-hint`, invalid ? `${id}-error` : ''].join(' ').trim();
  return (
    <Stack gap={8}>
      <Group gap={4}>
        <Input.Label labelElement="div" id={`${id}-label`} required={field.required}>
          {field.label}
        </Input.Label>
        {field.help !== undefined && <HelpCircle about={field.label}>{field.help}</HelpCircle>}
      </Group>
      {field.hint !== undefined && <Input.Description id={`${id}-hint`}>{field.hint}</Input.Description>}
      <Group
        gap="lg"
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-required={field.required}
        aria-invalid={invalid}
        {...(described === '' ? {} : { 'aria-describedby': described })}
      >
        {field.options?.map((option) => (
          <Radio
            key={option.value}
            name={id}
            value={option.value}
            label={option.label}
            checked={value === option.value}
            disabled={taken.has(option.value)}
            onChange={() => onChange(option.value)}
            data-problem={invalid || undefined}
          />
        ))}
      </Group>
      {invalid && <Input.Error id={`${id}-error`}>{error}</Input.Error>}
    </Stack>
  );
}
