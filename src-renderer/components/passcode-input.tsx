import { TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { passcodeSchema } from '../../src-shared/domain/passcode.ts';
import classes from './passcode-input.module.css';

export interface PasscodeInputProps {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
  /** Called once the six digits are there, typed or pasted. */
  readonly onComplete?: (code: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One field for a one-time passcode: typed or pasted, with or without spaces. */
export const PasscodeInput = ({ label, value, error, onChange, onComplete, ref }: PasscodeInputProps) => (
  <TextInput
    ref={ref}
    label={label}
    value={value}
    error={error}
    size="lg"
    maxLength={12}
    inputMode="numeric"
    autoComplete="one-time-code"
    spellCheck={false}
    classNames={{ input: classes['input'] ?? '', label: classes['label'] ?? '' }}
    onChange={(event) => {
      const typed = event.currentTarget.value;
      onChange(typed);
      const code = passcodeSchema.safeParse(typed);
      if (code.success) onComplete?.(code.data);
    }}
  />
);
