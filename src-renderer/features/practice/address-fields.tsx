import { Button, Fieldset, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { addressPurposes } from '../../../src-shared/domain/practice-profile.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import type { TypedOrganization } from './organization-form.ts';
import { purposeTexts } from './practice-texts.ts';
import { problemText } from './problem-text.ts';

/** The organization's addresses, as many as there are. */
export function AddressFields() {
  const { newId } = useSurroundings();
  const { control, setFocus } = useFormContext<TypedOrganization>();
  const { fields, append, remove } = useFieldArray({ control, name: 'addresses', keyName: 'key' });
  const add = () => append({ id: newId(), purpose: 'remittance', street: '', city: '', state: '', zip: '' });
  return (
    <Stack gap="md">
      {fields.map(({ key }, place) => (
        <OneAddress
          key={key}
          place={place}
          onRemove={() => {
            remove(place);
            setFocus('name');
          }}
        />
      ))}
      <Group>
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          Add address
        </Button>
      </Group>
    </Stack>
  );
}

function OneAddress({ place, onRemove }: { readonly place: number; readonly onRemove: () => void }) {
  const { register, control, formState } = useFormContext<TypedOrganization>();
  const problems = formState.errors.addresses?.[place];
  const field = (name: 'street' | 'city' | 'state' | 'zip', label: string) => (
    <TextInput
      label={label}
      withAsterisk={name === 'zip'}
      aria-required={name === 'zip'}
      autoComplete="off"
      spellCheck={false}
      error={problemText(problems?.[name])}
      {...register(`addresses.${place}.${name}`)}
    />
  );
  return (
    <Fieldset legend={`Address ${place + 1}`}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Controller
            control={control}
            name={`addresses.${place}.purpose`}
            render={({ field: { value, onChange, onBlur } }) => (
              <NativeSelect
                label="Purpose"
                data={addressPurposes.map((purpose) => ({ value: purpose, label: purposeTexts[purpose] }))}
                value={value}
                onChange={onChange}
                onBlur={onBlur}
              />
            )}
          />
          {field('street', 'Street')}
          {field('city', 'City')}
          {field('state', 'State')}
          {field('zip', 'ZIP code')}
        </SimpleGrid>
        <Group>
          <Button variant="light" color="red" size="xs" onClick={onRemove} aria-label={`Remove address ${place + 1}`}>
            Remove address
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
