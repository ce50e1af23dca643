import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { linkedAccountPreferencesSchema, type LinkedAccount } from '../../../src-shared/domain/organization.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { fieldText } from '../../lib/field-texts.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';

export interface NicknameDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly accountId: string;
  readonly linked: LinkedAccount;
  /** The portal's own word for it (D9). */
  readonly label: string;
  readonly title: string;
}

/** Gives an organization a name of one's own, or takes it away again. */
export const NicknameDialog = ({ opened, onClose, title, ...rest }: NicknameDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={title} centered>
    <NicknameForm onClose={onClose} {...rest} />
  </Modal>
);

const nicknameSchema = linkedAccountPreferencesSchema.shape.nickname;

function NicknameForm({ onClose, accountId, linked, label }: Omit<NicknameDialogProps, 'opened' | 'title'>) {
  const [typed, setTyped] = useState(linked.nickname ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = useProcedureMutation('linkedAccounts.setPreferences', { onSuccess: onClose });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const nickname = nicknameSchema.safeParse(typed.trim() === '' ? null : typed);
    if (!nickname.success) {
      setProblem(fieldText(fieldProblems(nickname.error)[0]?.code ?? 'invalid_format'));
      return;
    }
    const { id: linkedAccountId, isDefault } = linked;
    save.mutate({ accountId, linkedAccountId, nickname: nickname.data, isDefault });
  };

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={label}
          description={`For ${linked.organization.name}. Only you see it; leave it empty to do without.`}
          autoComplete="off"
          data-autofocus
          value={typed}
          error={problem}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(null);
          }}
        />
        {save.isError && <ErrorNotice error={save.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
