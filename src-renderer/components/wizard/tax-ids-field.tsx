import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { FieldProblemCode } from '../../../src-shared/errors.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { OddTaxId } from './odd-tax-id.tsx';

export interface TaxIdsFieldProps {
  /** Of the first box; the others are numbered from 2 on. */
  readonly label: string;
  /** As typed; no Tax ID is one empty box. */
  readonly value: readonly string[];
  /** What is wrong with a row, by its place. */
  readonly problems: ReadonlyMap<number, FieldProblemCode>;
  readonly required?: boolean;
  /** Below the label. */
  readonly description?: ReactNode;
  /** Beside the label. */
  readonly help?: ReactNode;
  readonly onChange: (value: readonly string[]) => void;
}

/** As many as one request takes. */
const mostRows = 100;

/** A5: one Tax ID, and once it is entered, plus (+) and minus (-) for further ones. */
export function TaxIdsField({ label, value, problems, required = false, ...rest }: TaxIdsFieldProps) {
  const { description, help, onChange } = rest;
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const focusOn = useRef<number | null>(null);
  const rows = value.length === 0 ? [''] : value;
  const isEntered = rows.some((row) => row.trim() !== '');

  // the button that had the focus may be gone, and whoever adds a box wants to type into it
  useEffect(() => {
    if (focusOn.current === null) return;
    group.current?.querySelectorAll('input')[focusOn.current]?.focus();
    focusOn.current = null;
  }, [rows.length, value]);

  const remove = (place: number) => {
    focusOn.current = Math.max(0, Math.min(place, rows.length - 2));
    onChange(rows.toSpliced(place, 1));
  };
  const add = () => {
    focusOn.current = rows.length;
    onChange([...rows, '']);
  };
  return (
    <Stack gap={4}>
      <Group gap={4}>
        <Input.Label htmlFor={`${id}-0`} id={`${id}-label`} required={required}>
          {label}
        </Input.Label>
        {help}
      </Group>
      {description !== undefined && <Input.Description>{description}</Input.Description>}
      <Stack gap={8} role="group" aria-labelledby={`${id}-label`} ref={group}>
        {rows.map((row, place) => {
          const problem = problems.get(place);
          const name = place === 0 ? label : `${label} ${String(place + 1)}`;
          return (
            // a row is nothing but its place
            <div key={place}>
              <Group gap={8} align="flex-start" wrap="nowrap">
                <TextInput
                  id={`${id}-${String(place)}`}
                  flex={1}
                  value={row}
                  onChange={(event) => onChange(rows.with(place, event.currentTarget.value))}
                  {...(place === 0 ? {} : { 'aria-label': name })}
                  error={problem === undefined ? undefined : fieldText(problem)}
                  aria-required={required && place === 0}
                  aria-invalid={problem !== undefined}
                  data-problem={problem !== undefined || undefined}
                  autoComplete="off"
                  inputMode="numeric"
                  spellCheck={false}
                />
                {isEntered && (
                  <ActionIcon variant="default" size={36} aria-label={`Remove ${name}`} onClick={() => remove(place)}>
                    <IconMinus size={18} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
              <OddTaxId answer={row} />
            </div>
          );
        })}
        {isEntered && rows.length < mostRows && (
          <Group>
            <Button variant="default" size="compact-sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              Add another {label}
            </Button>
          </Group>
        )}
      </Stack>
    </Stack>
  );
}
