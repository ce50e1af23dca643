import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

export interface LoadingRowsProps {
  readonly rows?: number;
  /** Pixels. */
  readonly rowHeight?: number;
  /** What a screen reader says, such as "Loading users". */
  readonly label: string;
}

/** Stands where rows will be. */
export const LoadingRows = ({ rows = 6, rowHeight = 40, label }: LoadingRowsProps) => (
  <Stack gap="xs" role="status">
    <VisuallyHidden>{label}</VisuallyHidden>
    {Array.from({ length: rows }, (_, row) => (
      <Skeleton key={row} height={rowHeight} radius="sm" aria-hidden />
    ))}
  </Stack>
);
