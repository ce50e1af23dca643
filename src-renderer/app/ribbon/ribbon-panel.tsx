import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconListDetails, IconLogout, IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useGo } from '../../lib/navigation.tsx';
import { useActiveAccount } from '../../lib/use-active-organization.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { filterRibbon, ribbonGroups, type RibbonChoice } from './ribbon-choices.ts';
import { RibbonList } from './ribbon-list.tsx';
import classes from './ribbon.module.css';
import { useSwitch } from './use-switch.ts';

/** From this many choices on, typing finds one faster than looking does. */
const manyChoices = 7;

export interface RibbonPanelProps {
  readonly onDone: () => void;
  readonly onSignOut: () => void;
}

/** What the ribbon opens: the linked accounts of every account here, and the way to another account or out. */
export function RibbonPanel({ onDone, onSignOut }: RibbonPanelProps) {
  const { data } = useProcedure('accounts.list', {});
  const active = useActiveAccount();
  const go = useGo();
  const { switchTo, error } = useSwitch(onDone);
  const [typed, setTyped] = useState('');
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const all = ribbonGroups(data?.accounts ?? [], data?.activeAccountId ?? null);
  const groups = filterRibbon(all, typed);
  const choices = groups.flatMap((group) => group.choices);
  const [pointed, setPointed] = useState(() =>
    Math.max(
      0,
      choices.findIndex(({ current }) => current),
    ),
  );
  const at = Math.min(pointed, Math.max(0, choices.length - 1));
  const withSearch = all.flatMap((group) => group.choices).length >= manyChoices;

  // at once: the next key belongs to the list already
  useEffect(() => {
    (search.current ?? list.current)?.focus();
  }, []);

  const point = (index: number) => {
    setPointed(index);
    list.current?.querySelectorAll('[role=option]')[index]?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (choice: RibbonChoice | undefined) => {
    if (choice !== undefined && choice.canOpen) switchTo(choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = choices.length - 1;
    const moves: Partial<Record<string, () => void>> = {
      ArrowDown: () => point(at >= last ? 0 : at + 1),
      ArrowUp: () => point(at <= 0 ? last : at - 1),
      Home: () => point(0),
      End: () => point(last),
      Enter: () => choose(choices[at]),
    };
    const move = moves[event.key];
    if (move === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    move();
  };
  const pointing = {
    'aria-activedescendant': choices.length === 0 ? undefined : `${listId}-${String(at)}`,
    onKeyDown,
    'data-autofocus': true,
  };

  return (
    <div>
      {withSearch && (
        <TextInput
          ref={search}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-label="Find a linked account"
          placeholder="Find by name or number"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setPointed(0);
          }}
          className={classes['search'] ?? ''}
          {...pointing}
        />
      )}
      <RibbonList
        ref={list}
        id={listId}
        groups={groups}
        pointed={at}
        onChoose={choose}
        {...(withSearch ? { tabIndex: -1 } : { tabIndex: 0, ...pointing })}
      />
      {choices.length === 0 && (
        <Text size="sm" c="dimmed" p="md" role="status">
          No linked account contains “{typed}”.
        </Text>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <Group justify="space-between" className={classes['actions'] ?? ''}>
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            onDone();
            go({ screen: 'choose-portal' });
          }}
        >
          Add an account
        </Button>
        {active?.portal.organizationDetails !== undefined && (
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconListDetails size={16} aria-hidden />}
            onClick={() => {
              onDone();
              go({ screen: 'linked-accounts' });
            }}
          >
            {active.portal.labels.manageLinkedAccounts}
          </Button>
        )}
        {active?.desk.state === 'signed-in' && active.desk.mode === 'service' && (
          <Button variant="subtle" size="sm" leftSection={<IconLogout size={16} aria-hidden />} onClick={onSignOut}>
            Sign out
          </Button>
        )}
      </Group>
    </div>
  );
}
