import { zodResolver } from '@hookform/resolvers/zod';
import { Group, Modal, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { Controller, FormProvider, useForm } from 'react-hook-form';
import { npiSchema } from '../../../src-shared/domain/npi.ts';
import type { PracticeOrganization, PracticeProfile } from '../../../src-shared/domain/practice-profile.ts';
import type { RegisteredProvider } from '../../../src-shared/domain/registered-provider.ts';
import { portals } from '../../../src-shared/portals/catalogue.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { AddressFields } from './address-fields.tsx';
import { FormEnd } from './form-end.tsx';
import { NpiLookUp } from './npi-look-up.tsx';
import {
  newAddresses,
  organizationFormSchema,
  organizationOf,
  typedOf,
  type CheckedOrganization,
  type TypedOrganization,
} from './organization-form.ts';
import { kindTexts } from './practice-texts.ts';
import { problemText } from './problem-text.ts';
import { withOrganization } from './profile-changes.ts';
import { ProviderIdFields } from './provider-id-fields.tsx';

export interface OrganizationDialogProps {
  readonly profile: PracticeProfile;
  /** Null before the first one was opened. */
  readonly organization: PracticeOrganization | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function OrganizationDialog({ profile, organization, opened, onClose }: OrganizationDialogProps) {
  const isNew = profile.organizations.every(({ id }) => id !== organization?.id);
  const title = isNew ? 'Add organization' : 'Edit organization';
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="xl" centered>
      {organization !== null && (
        <OrganizationForm key={organization.id} profile={profile} organization={organization} onClose={onClose} />
      )}
    </Modal>
  );
}

interface OrganizationFormProps {
  readonly profile: PracticeProfile;
  readonly organization: PracticeOrganization;
  readonly onClose: () => void;
}

function OrganizationForm({ profile, organization, onClose }: OrganizationFormProps) {
  const { newId } = useSurroundings();
  const form = useForm<TypedOrganization, unknown, CheckedOrganization>({
    resolver: zodResolver(organizationFormSchema),
    defaultValues: typedOf(organization, portals),
  });
  const { register, handleSubmit, formState, getValues, setValue, control } = form;
  const save = useProcedureMutation('practice.save', { onSuccess: onClose });
  const submit = handleSubmit((typed) => save.mutate(withOrganization(profile, organizationOf(typed))));

  /** The NPI as it is asked with, or null, with the problem beside the field. */
  const npiToAsk = (): string | null => {
    const checked = npiSchema.safeParse(getValues('npi') ?? '');
    if (checked.success) form.clearErrors('npi');
    else form.setError('npi', { message: checked.error.issues[0]?.message ?? 'npi_length' }, { shouldFocus: true });
    return checked.success ? checked.data : null;
  };
  const takeOver = (provider: RegisteredProvider) => {
    if (getValues('name').trim() === '') {
      setValue('name', provider.name, { shouldDirty: true });
      setValue('kind', provider.kind, { shouldDirty: true });
      form.clearErrors('name');
    }
    const typed = getValues('addresses');
    setValue('addresses', [...typed, ...newAddresses(typed, provider, newId)], { shouldDirty: true });
  };

  const field = (name: 'name' | 'npi' | 'taxId', label: string, hint?: string) => (
    <TextInput
      label={label}
      description={hint}
      withAsterisk={name === 'name'}
      aria-required={name === 'name'}
      inputMode={name === 'name' ? 'text' : 'numeric'}
      autoComplete="off"
      spellCheck={false}
      error={problemText(formState.errors[name])}
      {...register(name)}
    />
  );
  return (
    <FormProvider {...form}>
      <form noValidate aria-label="Organization" onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          <Controller
            control={control}
            name="kind"
            render={({ field: { value, onChange } }) => (
              <Radio.Group label="Kind" value={value} onChange={onChange}>
                <Group gap="lg" mt={4}>
                  <Radio value="group" label={kindTexts.group} />
                  <Radio value="practitioner" label={kindTexts.practitioner} />
                </Group>
              </Radio.Group>
            )}
          />
          {field('name', 'Name', 'As the portals and payers write it')}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            {field('npi', 'NPI')}
            {field('taxId', 'Tax ID')}
          </SimpleGrid>
          <NpiLookUp npiToAsk={npiToAsk} onFound={takeOver} />
          <ProviderIdFields />
          <AddressFields />
          <FormEnd error={save.error} saving={save.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </FormProvider>
  );
}
