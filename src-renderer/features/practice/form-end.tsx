import { Button, Group } from '@mantine/core';
import { ErrorNotice } from '../../components/error-notice.tsx';

export interface FormEndProps {
  /** What the last try to save was rejected with; null while nothing is wrong. */
  readonly error: unknown;
  readonly saving: boolean;
  readonly onCancel: () => void;
}

/** Below the fields: what went wrong, Cancel and Save. */
export const FormEnd = ({ error, saving, onCancel }: FormEndProps) => (
  <>
    {error !== null && <ErrorNotice error={error} />}
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" loading={saving}>
        Save
      </Button>
    </Group>
  </>
);
