import { Button, Group, Text } from '@mantine/core';
import type { DeskLinkedAccount } from '../../src-shared/ipc/accounts.ts';
import type { WantedPreferences } from '../../src-shared/ipc/wanted-preferences.ts';
import { errorText } from '../lib/error-texts.ts';
import { useProcedureMutation } from '../lib/use-procedure.ts';
import { ErrorNotice } from './error-notice.tsx';

export interface WantedNoteProps {
  readonly accountId: string;
  readonly linked: DeskLinkedAccount;
}

/** Beside a nickname or default that the portal has not taken (D9): that it waits, or why it was refused. Nothing else. */
export function WantedNote({ accountId, linked }: WantedNoteProps) {
  const forget = useProcedureMutation('linkedAccounts.forgetPreferences');
  const { wanted } = linked;
  if (wanted === undefined) return null;
  const refused = wanted.state === 'refused';
  const undo = refused ? 'Dismiss' : 'Undo';
  return (
    <>
      <Group gap="xs" mt={4}>
        <Text size="xs" role="status" {...(refused ? { c: 'var(--mantine-color-error)' } : {})}>
          {noteText(wanted)}
        </Text>
        {wanted.state !== 'sending' && (
          <Button
            size="compact-xs"
            variant="default"
            loading={forget.isPending}
            aria-label={`${undo}: ${linked.organization.name}`}
            onClick={() => forget.mutate({ accountId, linkedAccountId: linked.id })}
          >
            {undo}
          </Button>
        )}
      </Group>
      {forget.error !== null && <ErrorNotice error={forget.error} />}
    </>
  );
}

/** `Nickname and default — waiting to be sent` */
function noteText({ nickname, isDefault, state, error }: WantedPreferences): string {
  const parts = [...(nickname === undefined ? [] : ['nickname']), ...(isDefault === undefined ? [] : ['default'])];
  const what = parts.join(' and ').replace(/^./u, (first) => first.toUpperCase());
  if (state === 'refused') return `${what} — refused: ${errorText(error ?? { code: 'internal' }).title}`;
  return state === 'sending' ? `${what} — sending` : `${what} — waiting to be sent`;
}
