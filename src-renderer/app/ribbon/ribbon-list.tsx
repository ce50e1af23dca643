import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { HTMLAttributes, Ref } from 'react';
import { StatusBadge } from '../../components/status-badge.tsx';
import { roleTexts } from '../../lib/access-texts.ts';
import { shownName, standingOf, whyClosed } from '../../lib/linked-account-texts.ts';
import { useNow } from '../../lib/surroundings.tsx';
import type { RibbonChoice, RibbonGroup } from './ribbon-choices.ts';
import classes from './ribbon.module.css';

interface RibbonListProps extends HTMLAttributes<HTMLDivElement> {
  readonly ref: Ref<HTMLDivElement>;
  readonly id: string;
  readonly groups: readonly RibbonGroup[];
  /** The place, over all groups, that the arrow keys point at. */
  readonly pointed: number;
  readonly onChoose: (choice: RibbonChoice) => void;
}

/** The list that the arrow keys walk. A choice that cannot be opened can be reached and says why. */
export function RibbonList({ id, groups, pointed, onChoose, ...rest }: RibbonListProps) {
  const order = groups.flatMap((group) => group.choices);
  const now = useNow(5_000);
  return (
    <div {...rest} role="listbox" id={id} aria-label="Linked accounts" className={classes['list']}>
      {groups.map((group) => (
        <div key={group.accountId} role="group" aria-label={group.title}>
          <div className={classes['account']} aria-hidden>
            {group.title}
            {group.signedOut && ' (signed out)'}
          </div>
          {group.choices.map((choice) => {
            const place = order.indexOf(choice);
            return (
              <UnstyledButton
                key={choice.key}
                id={`${id}-${String(place)}`}
                role="option"
                tabIndex={-1}
                aria-selected={choice.current}
                aria-disabled={!choice.canOpen}
                data-pointed={place === pointed || undefined}
                className={classes['option'] ?? ''}
                onClick={() => onChoose(choice)}
              >
                <Choice choice={choice} now={now} />
              </UnstyledButton>
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly choice: RibbonChoice;
  readonly now: Date;
}

function Choice({ choice: { linked, name, current }, now }: ChoiceProps) {
  if (linked === null) {
    return (
      <>
        <span className={classes['optionName']}>{name}</span>
        {current && <IconCheck size={18} aria-hidden />}
      </>
    );
  }
  const why = whyClosed(linked);
  const standing = standingOf(linked, now);
  return (
    <>
      <span className={classes['optionWords']}>
        <span className={classes['optionName']}>{shownName(linked)}</span>{' '}
        <span className={classes['optionDetail']}>
          {linked.nickname !== null && `${linked.organization.name} · `}
          {linked.organization.providerId} · {roleTexts[linked.role]}
        </span>
        {standing.tone !== 'good' && (
          <>
            {' '}
            <StatusBadge tone={standing.tone}>{standing.text}</StatusBadge>
          </>
        )}
        {why !== null && (
          <>
            {' '}
            <span className={classes['optionDetail']}>{why}</span>
          </>
        )}
      </span>
      {current && <IconCheck size={18} aria-hidden />}
    </>
  );
}
