import { Select, type SelectProps } from '@mantine/core';
import { uspsStates } from './usps-states.ts';

export interface StateSelectProps extends Pick<SelectProps, 'label' | 'error' | 'withAsterisk' | 'aria-required'> {
  readonly id: string;
  /** Two letters; empty while none is chosen. */
  readonly value: string;
  readonly onChange: (state: string) => void;
}

const options = uspsStates.map(([value, name]) => ({ value, label: `${name} (${value})` }));

/** A state or territory, found by its name or its two letters. */
export function StateSelect({ value, onChange, ...input }: StateSelectProps) {
  const chosen = value.trim().toUpperCase();
  return (
    <Select
      {...input}
      data={options}
      value={options.some((option) => option.value === chosen) ? chosen : null}
      onChange={(state) => onChange(state ?? '')}
      searchable
      nothingFoundMessage="No state or territory is called so"
      maxDropdownHeight={260}
    />
  );
}
