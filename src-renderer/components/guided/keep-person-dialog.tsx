import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { keptPersonSchema, type KeptPerson } from '../../../src-shared/domain/kept-by-hand.ts';
import { accessRequestStatuses, invitationStatuses, userStatuses } from '../../../src-shared/domain/statuses.ts';
import type { FieldProblem } from '../../../src-shared/errors.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import type { ActiveOrganization } from '../../lib/use-active-organization.ts';
import { ErrorNotice } from '../error-notice.tsx';
import { AccessPicker } from '../people/access-picker.tsx';

export interface KeepPersonDialogProps {
  readonly organization: ActiveOrganization;
  /** The row as it is, or a fresh one; null before the first time. */
  readonly person: KeptPerson | null;
  readonly isNew: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
}

const nouns: Readonly<Record<KeptPerson['kind'], string>> = {
  user: 'user',
  invitation: 'invitation',
  'access-request': 'access request',
};

/** Writes down what the portal's web site shows about a person. Nothing is done there. */
export const KeepPersonDialog = ({ person, isNew, opened, onClose, organization }: KeepPersonDialogProps) => (
  <Modal
    opened={opened}
    onClose={onClose}
    title={person === null ? '' : `${isNew ? 'Add' : 'Edit'} ${nouns[person.kind]} by hand`}
    size="lg"
    centered
  >
    {person !== null && (
      <KeepPersonForm key={person.id} organization={organization} person={person} onClose={onClose} />
    )}
  </Modal>
);

const statusesOf: Readonly<Record<KeptPerson['kind'], readonly string[]>> = {
  user: userStatuses,
  invitation: invitationStatuses.filter((status) => status !== 'sending' && status !== 'failed'),
  'access-request': accessRequestStatuses,
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function KeepPersonForm({
  organization,
  person,
  onClose,
}: Pick<KeepPersonDialogProps, 'organization' | 'onClose'> & { readonly person: KeptPerson }) {
  const [typed, setTyped] = useState<Record<string, unknown>>({ ...person });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const keep = useProcedureMutation('guided.keepPerson', { onSuccess: onClose });
  const refused = keep.error === null ? null : deskErrorOf(keep.error);
  const problemOf = (path: string): string | undefined => {
    const code = [...problems, ...(refused?.fields ?? [])].find(
      (each) => each.path === path || each.path === `person.${path}`,
    )?.code;
    return code === undefined ? undefined : fieldText(code);
  };
  const change = (part: Record<string, unknown>) => {
    setTyped((before) => ({ ...before, ...part }));
    setProblems([]);
    keep.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const phone = typed['phone'] === '' ? null : typed['phone'];
    const parsed = keptPersonSchema.safeParse(person.kind === 'access-request' ? { ...typed, phone } : typed);
    if (parsed.success) keep.mutate({ organizationId: organization.organizationId, person: parsed.data });
    else setProblems(fieldProblems(parsed.error));
  };
  const field = (name: string, label: string, required = true) => (
    <TextInput
      label={label}
      withAsterisk={required}
      aria-required={required}
      autoComplete="off"
      spellCheck={false}
      value={textOf(typed[name])}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={problemOf(name)}
    />
  );
  return (
    <form noValidate aria-label="By hand" onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          Write down what the portal’s web site shows. Nothing changes there.
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {field('email', 'Email')}
          {person.kind === 'access-request' && field('phone', 'Phone', false)}
          {field('firstName', 'First Name')}
          {field('lastName', 'Last Name')}
          <Select
            label="Status"
            data={statusesOf[person.kind].map((value) => ({ value, label: capital(value) }))}
            value={textOf(typed['status'])}
            onChange={(value) => change({ status: value })}
            allowDeselect={false}
          />
        </SimpleGrid>
        {person.kind !== 'access-request' && (
          <AccessPicker
            value={accessIn(typed, person)}
            onChange={({ role, permissions }) => change({ role, permissions: [...permissions] })}
            offered={organization.portal.permissions}
            actor={organization.access}
            action="edit-access"
          />
        )}
        {refused !== null && refused.code !== 'invalid_input' && <ErrorNotice error={refused} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={keep.isPending}>
            Keep
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

type WithAccess = Exclude<KeptPerson, { kind: 'access-request' }>;

const accessIn = (typed: Record<string, unknown>, { role, permissions }: WithAccess) => ({
  role: (typed['role'] as WithAccess['role'] | undefined) ?? role,
  permissions: (typed['permissions'] as WithAccess['permissions'] | undefined) ?? permissions,
});
