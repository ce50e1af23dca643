import { Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import type { Intent } from '../../../src-shared/domain/command.ts';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { invoke } from '../../lib/desk-client.ts';
import { errorText } from '../../lib/error-texts.ts';
import { isAboutPeopleOf } from '../../lib/query-keys.ts';
import { DecisionNotice, NoticeButton } from './decision-notice.tsx';

export interface Decisions {
  /**
   * Keeps decisions durably, says so in the words of `told` (`Revoke User: Anna Berg`), and offers to take them back.
   * Answers the command ids, or null after telling why nothing was kept. `reverse` is offered where a decision has been
   * sent already.
   */
  readonly decide: (intents: readonly Intent[], told: string, reverse?: Reverse) => Promise<readonly string[] | null>;
  readonly undo: (commandIds: readonly string[], reverse?: Reverse) => Promise<void>;
  readonly dismiss: (commandId: string) => Promise<void>;
  /** Tells what a promise was rejected with. */
  readonly tellTrouble: (error: unknown) => void;
}

/** The decision that brings back what was: `Restore` after `Revoke User`. */
export interface Reverse {
  readonly label: string;
  readonly intents: readonly Intent[];
  readonly told: string;
}

const readingTimeMs = 10_000;
const notice = { autoClose: readingTimeMs, closeButtonProps: { 'aria-label': 'Close' } };

/**
 * What a person decides about the people of an organization. Stable while the organization is the same. `onlyNewest` where
 * one decision follows on the other: a notice takes the place of the one before.
 */
export function useDecisions(organizationId: string, onlyNewest = false): Decisions {
  const client = useQueryClient();
  return useMemo(() => {
    const refresh = () =>
      client.invalidateQueries({ predicate: ({ queryKey }) => isAboutPeopleOf(queryKey, organizationId) });

    const tellTrouble = (error: unknown) => {
      const { title, message } = errorText(deskErrorOf(error));
      notifications.show({ ...notice, color: 'red', title, message });
    };

    const decide: Decisions['decide'] = async (intents, told, reverse) => {
      try {
        const { commandIds } = await invoke('commands.submit', { organizationId, intents: [...intents] });
        void refresh();
        follow(told, commandIds, reverse);
        return commandIds;
      } catch (error) {
        tellTrouble(error);
        return null;
      }
    };

    const follow = (told: string, commandIds: readonly string[], reverse?: Reverse) => {
      const about = { organizationId, commandIds, told };
      if (onlyNewest) notifications.clean();
      show((hide) => (
        <DecisionNotice
          {...about}
          onUndo={() => {
            hide();
            void undo(commandIds, reverse);
          }}
          {...(reverse === undefined
            ? {}
            : {
                reverse: {
                  label: reverse.label,
                  onReverse: () => {
                    hide();
                    void decide(reverse.intents, reverse.told);
                  },
                },
              })}
        />
      ));
    };

    const undo: Decisions['undo'] = async (commandIds, reverse) => {
      const answers = await Promise.allSettled(
        commandIds.toReversed().map((commandId) => invoke('commands.undo', { commandId })),
      );
      void refresh();
      const failures = answers.filter((answer) => answer.status === 'rejected').map((answer): unknown => answer.reason);
      const [failure] = failures;
      if (failure === undefined) {
        notifications.show({ ...notice, message: 'Taken back. Nothing was sent.' });
      } else if (reverse !== undefined && failures.length === commandIds.length) {
        offer('This was sent to the portal already.', reverse.label, () => void decide(reverse.intents, reverse.told));
      } else {
        tellTrouble(failure);
      }
    };

    const dismiss: Decisions['dismiss'] = async (commandId) => {
      try {
        await invoke('commands.dismiss', { commandId });
      } catch (error) {
        tellTrouble(error);
      }
      void refresh();
    };

    return { decide, undo, dismiss, tellTrouble };
  }, [client, organizationId, onlyNewest]);
}

/** A notification with one thing to do. */
function offer(message: string, label: string, act: () => void): void {
  show((hide) => (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <NoticeButton
        label={label}
        onPress={() => {
          hide();
          act();
        }}
      />
    </Group>
  ));
}

function show(message: (hide: () => void) => ReactNode): void {
  const id = notifications.show({ ...notice, message: message(() => notifications.hide(id)) });
}
