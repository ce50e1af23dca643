import { PasswordInput } from '@mantine/core';
import type { Ref } from 'react';

export interface SecretAnswerInputProps {
  readonly question: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** The field for the answer to a secret question (E1), masked until it is shown. */
export const SecretAnswerInput = ({ question, value, error, onChange, ref }: SecretAnswerInputProps) => (
  <PasswordInput
    ref={ref}
    label={question}
    description="As you entered it when you registered. Capitals do not matter."
    value={value}
    error={error}
    aria-invalid={error !== undefined}
    autoComplete="off"
    spellCheck={false}
    maxLength={100}
    visibilityToggleButtonProps={{ 'aria-label': 'Show answer', tabIndex: 0 }}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
