import { zodResolver } from '@hookform/resolvers/zod';
import { Modal, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import {
  practicePersonSchema,
  type PracticePerson,
  type PracticeProfile,
} from '../../../src-shared/domain/practice-profile.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { FormEnd } from './form-end.tsx';
import { problemText } from './problem-text.ts';
import { withPerson } from './profile-changes.ts';

export interface PersonDialogProps {
  readonly profile: PracticeProfile;
  /** Null before the first one was opened. */
  readonly person: PracticePerson | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function PersonDialog({ profile, person, opened, onClose }: PersonDialogProps) {
  const isNew = profile.people.every(({ id }) => id !== person?.id);
  return (
    <Modal opened={opened} onClose={onClose} title={isNew ? 'Add person' : 'Edit person'} size="lg" centered>
      {person !== null && <PersonForm key={person.id} profile={profile} person={person} onClose={onClose} />}
    </Modal>
  );
}

type Typed = z.input<typeof practicePersonSchema>;

interface PersonFormProps {
  readonly profile: PracticeProfile;
  readonly person: PracticePerson;
  readonly onClose: () => void;
}

function PersonForm({ profile, person, onClose }: PersonFormProps) {
  const { register, handleSubmit, formState } = useForm<Typed, unknown, PracticePerson>({
    resolver: zodResolver(practicePersonSchema),
    defaultValues: {
      ...person,
      email: person.email ?? '',
      phone: person.phone ?? '',
      fax: person.fax ?? '',
      npi: person.npi ?? '',
    },
  });
  const save = useProcedureMutation('practice.save', { onSuccess: onClose });
  const submit = handleSubmit((typed) => save.mutate(withPerson(profile, typed)));
  const field = (name: keyof Typed, label: string, required = false) => (
    <TextInput
      label={label}
      withAsterisk={required}
      aria-required={required}
      autoComplete="off"
      spellCheck={false}
      error={problemText(formState.errors[name])}
      {...register(name)}
    />
  );
  return (
    <form noValidate aria-label="Person" onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {field('firstName', 'First Name', true)}
          {field('lastName', 'Last Name', true)}
          {field('email', 'Email')}
          {field('phone', 'Phone')}
          {field('fax', 'Fax')}
          {field('npi', 'Own NPI')}
        </SimpleGrid>
        <FormEnd error={save.error} saving={save.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
