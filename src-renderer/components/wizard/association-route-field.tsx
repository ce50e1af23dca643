import { Input, Paper, Radio, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import type { Field, Option } from '../../../src-shared/portals/definition.ts';
import { isOpenRoute } from './withdrawn-answers.ts';
import classes from './wizard.module.css';

export interface AssociationRouteFieldProps {
  readonly field: Field;
  readonly value: string;
  /** Says which ways are open. */
  readonly found: Eligibility | null;
  readonly error: string | undefined;
  readonly onChange: (route: string) => void;
}

/** D5: the ways into an organization, each with what it is for, and why it is closed where it is. */
export function AssociationRouteField({ field, value, found, error, onChange }: AssociationRouteFieldProps) {
  const id = useId();
  const options = field.options ?? [];
  return (
    <Stack gap={8}>
      <Input.Label labelElement="div" id={`${id}-label`} required={field.required}>
        {field.label}
      </Input.Label>
      {field.hint !== undefined && <Input.Description>{field.hint}</Input.Description>}
      <Stack
        gap="sm"
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-required={field.required}
        aria-invalid={error !== undefined}
        {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
      >
        {options.map((option) => {
          const isOpen = isOpenRoute(option.value, found);
          const about = `${id}-${option.value}`;
          return (
            <Paper
              key={option.value}
              component="label"
              withBorder
              p="md"
              className={classes['card'] ?? ''}
              data-closed={!isOpen || undefined}
              data-chosen={value === option.value || undefined}
            >
              <Radio
                name={id}
                value={option.value}
                aria-label={option.label}
                aria-describedby={about}
                checked={value === option.value}
                disabled={!isOpen}
                onChange={() => onChange(option.value)}
                data-problem={(error !== undefined && isOpen) || undefined}
              />
              <span>
                <Text component="span" display="block" fw={500}>
                  {option.label}
                </Text>
                <Text component="span" display="block" size="sm" c="dimmed" id={about}>
                  {isOpen ? option.hint : whyClosed(option, found)}
                </Text>
              </span>
            </Paper>
          );
        })}
      </Stack>
      {error !== undefined && <Input.Error id={`${id}-error`}>{error}</Input.Error>}
    </Stack>
  );
}

function whyClosed({ value }: Option, found: Eligibility | null): string {
  if (value === 'administrator') return 'Not available: no other user is associated with this organization yet.';
  return found?.hasAdministrator === true
    ? 'Not available: another user is associated with this organization already. Request access from its administrator.'
    : 'Not available for this organization.';
}
