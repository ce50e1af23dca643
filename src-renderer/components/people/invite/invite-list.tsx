import { Button, Group, Text } from '@mantine/core';
import { permissionList, roleTexts } from '../../../lib/access-texts.ts';
import { formatQuantity } from '../../../lib/format.ts';
import { fullName } from '../person-columns.ts';
import type { ListedPerson } from '../people-view.ts';
import classes from './invite.module.css';

export interface InviteListProps {
  readonly list: readonly ListedPerson[];
  readonly onEdit: (person: ListedPerson) => void;
  readonly onRemove: (person: ListedPerson) => void;
}

/** The people who are about to be invited. */
export const InviteList = ({ list, onEdit, onRemove }: InviteListProps) => (
  <section aria-label="People to invite">
    <Text component="output" display="block" size="sm" fw={600} mb={4}>
      {list.length === 0 ? 'Nobody in the list yet' : `${formatQuantity(list.length, 'person', 'people')} in the list`}
    </Text>
    {list.length > 0 && (
      <ul className={classes['lines']}>
        {list.map((person) => (
          <li key={person.email} className={classes['line']}>
            <div className={classes['who']}>
              <Text size="sm" truncate title={`${fullName(person)}, ${person.email}`}>
                <b>{fullName(person)}</b> {person.email}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {roleTexts[person.role]}
                {person.role === 'user' && `: ${permissionList(person.permissions)}`}
              </Text>
            </div>
            <Group gap={4} wrap="nowrap">
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => onEdit(person)}
                aria-label={`Edit ${fullName(person)}`}
              >
                Edit
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                c="var(--mantine-color-error)"
                onClick={() => onRemove(person)}
                aria-label={`Remove ${fullName(person)}`}
              >
                Remove
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    )}
  </section>
);
