import { Button, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { ErrorNotice } from '../error-notice.tsx';

/** A value that is pasted into the portal's page. */
export interface CopyValue {
  readonly label: string;
  readonly value: string;
  /** Not shown, and taken off the clipboard after 30 seconds. */
  readonly isSecret?: boolean;
}

/** The values to copy, each with a button of its own. Nothing without any. */
export function CopyList({ values }: { readonly values: readonly CopyValue[] }) {
  const copy = useProcedureMutation('guided.copy');
  const [copied, setCopied] = useState<CopyValue | null>(null);
  if (values.length === 0) return null;
  return (
    <div>
      <Table withTableBorder verticalSpacing={6} aria-label="Values to copy">
        <Table.Tbody>
          {values.map((each) => (
            <Table.Tr key={`${each.label} ${each.value}`}>
              <Table.Th scope="row" fw={400} w="38%">
                <Text size="sm" c="dimmed">
                  {each.label}
                </Text>
              </Table.Th>
              <Table.Td>
                <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
                  {each.isSecret === true ? '••••••••' : each.value}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={
                    copied === each ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                  }
                  aria-label={`Copy ${each.label}`}
                  onClick={() =>
                    copy.mutate(
                      { text: each.value, isSecret: each.isSecret === true },
                      { onSuccess: () => setCopied(each) },
                    )
                  }
                >
                  Copy
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {copied?.isSecret === true && (
        <Text size="xs" c="dimmed" mt={4}>
          It leaves the clipboard in 30 seconds.
        </Text>
      )}
      <VisuallyHidden role="status">{copied === null ? '' : `${copied.label} copied`}</VisuallyHidden>
      {copy.error !== null && <ErrorNotice error={copy.error} />}
    </div>
  );
}
