import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { WantedPreferences } from '../../../src-shared/ipc/wanted-preferences.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { errorText } from '../../lib/error-texts.ts';
import { formatMoment } from '../../lib/format.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import classes from './outbox.module.css';
import { wishTitle } from './outbox-texts.ts';
import { TwoSides } from './two-sides.tsx';

export interface WishItemProps {
  readonly accountId: string;
  readonly wish: WantedPreferences;
  /** As the portal told it last; undefined where it is not linked any more. */
  readonly linked: LinkedAccount | undefined;
}

/** A nickname or default that the portal has not taken (D9): waiting, or refused with both sides. */
export function WishItem({ accountId, wish, linked }: WishItemProps) {
  const { linkedAccountId, organizationName, decidedAt, nickname, isDefault, state, error } = wish;
  const forget = useProcedureMutation('linkedAccounts.forgetPreferences');
  const set = useProcedureMutation('linkedAccounts.setPreferences');
  const title = `${wishTitle(wish)}: ${organizationName}`;
  const about = { accountId, linkedAccountId };
  const trouble = forget.error ?? set.error;
  const refusal = errorText(error ?? { code: 'internal' });

  const decideAgain = () => {
    if (linked === undefined) return;
    set.mutate({
      ...about,
      nickname: nickname === undefined ? linked.nickname : nickname,
      isDefault: isDefault ?? linked.isDefault,
    });
  };

  if (state !== 'refused') {
    return (
      <li className={classes['item']}>
        <Stack gap={2} className={classes['words'] ?? ''}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <Text size="xs" c="dimmed">
            Decided on {formatMoment(decidedAt)}
          </Text>
          {trouble !== null && <ErrorNotice error={trouble} />}
        </Stack>
        <StatusBadge tone="waiting">{state === 'sending' ? 'Sending' : 'Waiting'}</StatusBadge>
        {state === 'waiting' && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => forget.mutate(about)}
            aria-label={`Undo: ${title}`}
          >
            Undo
          </Button>
        )}
      </li>
    );
  }
  return (
    <li className={classes['item']}>
      <IconAlertTriangle className={classes['warning']} size={20} aria-hidden />
      <Stack gap={6} className={classes['words'] ?? ''}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <TwoSides
          decided={
            <>
              <Text size="sm">{wishTitle(wish)}</Text>
              <Text size="xs" c="dimmed">
                {formatMoment(decidedAt)}
              </Text>
            </>
          }
          meanwhile={
            <Text size="sm">
              <b>{refusal.title}.</b>{' '}
              {linked === undefined
                ? `${organizationName} is no longer among your linked accounts.`
                : `The portal has: ${wishTitle(linked)}.`}
            </Text>
          }
        />
        {trouble !== null && <ErrorNotice error={trouble} />}
        <Group gap="xs" mt={4}>
          {linked !== undefined && (
            <Button
              size="compact-sm"
              loading={set.isPending}
              onClick={decideAgain}
              aria-label={`Decide again: ${title}`}
            >
              Decide again
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            loading={forget.isPending}
            onClick={() => forget.mutate(about)}
            aria-label={`Dismiss: ${title}`}
          >
            Dismiss
          </Button>
        </Group>
      </Stack>
    </li>
  );
}
