import { Button, Group } from '@mantine/core';

export interface RowActionsProps {
  readonly name: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

export const RowActions = ({ name, onEdit, onRemove }: RowActionsProps) => (
  <Group gap="xs" wrap="nowrap">
    <Button variant="default" size="xs" onClick={onEdit} aria-label={`Edit ${name}`}>
      Edit
    </Button>
    <Button variant="light" color="red" size="xs" onClick={onRemove} aria-label={`Remove ${name}`}>
      Remove
    </Button>
  </Group>
);
