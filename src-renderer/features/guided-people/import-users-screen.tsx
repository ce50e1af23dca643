import { Button, FileInput, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { formatCount, formatList, formatQuantity } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.tsx';
import { useActiveOrganization } from '../../lib/use-active-organization.ts';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import type { ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import { decodeFile } from './decode-file.ts';
import { ImportPreview } from './import-preview.tsx';
import { readUsersCsv, type CsvUsers } from './read-users-csv.ts';

type Tally = ProcedureOutput<'guided.importUsers'>;

/** Takes over the users that a portal's web site lists, out of a file (C13); nothing before it was looked at. */
export function ImportUsersScreen() {
  const go = useGo();
  const { organizationId, portal, linkedAccount, desk } = useActiveOrganization();
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<CsvUsers | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const compare = useProcedureMutation('guided.importUsers');
  const run = useProcedureMutation('guided.importUsers');
  const counts = useProcedure('users.counts', { organizationId });
  if (desk.mode !== 'guided') return <Notice>The portal itself tells who its users are.</Notice>;

  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setRead(null);
    setFailure(null);
    compare.reset();
    run.reset();
    if (chosen === null) return;
    try {
      const text = decodeFile(new Uint8Array(await chosen.arrayBuffer()));
      const found = readUsersCsv(text, { offered: portal.permissions, standard: portal.defaultPermissions });
      setRead(found);
      if (found.users.length > 0) compare.mutate({ organizationId, confirmed: false, users: usersOf(found) });
    } catch (error) {
      setFailure(error);
    }
  };
  const count = read?.users.length ?? 0;
  const told = run.error ?? compare.error ?? failure;

  return (
    <>
      <PageHeader
        title="Import users"
        description={`${linkedAccount.organization.name}, ${formatQuantity(counts.data?.users ?? 0, 'user', 'users')} kept so far`}
      />
      <Stack gap="lg" maw={960}>
        <Notice title="Guided">Portal Desk keeps what the file says. On the portal’s web site nothing changes.</Notice>
        <Paper withBorder p="lg">
          <Stack gap="sm">
            <FileInput
              label="File of users (CSV)"
              description="Columns: Email, Name (or First Name and Last Name), Role, Permissions, Status"
              placeholder="Choose a file"
              accept=".csv,.txt,text/csv"
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
              value={file}
              onChange={(chosen) => void choose(chosen)}
              clearable
            />
            {told !== null && <ErrorNotice error={told} />}
          </Stack>
        </Paper>
        {run.data !== undefined && (
          <Notice title="Imported">{sentence(run.data, ['added', 'brought up to date', 'unchanged'])}</Notice>
        )}
        {read !== null && run.data === undefined && (
          <>
            <ImportPreview read={read} />
            {compare.data !== undefined && (
              <Text size="sm">{sentence(compare.data, ['new', 'to be brought up to date', 'unchanged'])}</Text>
            )}
          </>
        )}
        <Group gap="sm">
          {run.data === undefined && (
            <Button
              disabled={read === null || count === 0 || compare.data === undefined}
              loading={run.isPending}
              onClick={() => {
                if (read !== null) run.mutate({ organizationId, confirmed: true, users: usersOf(read) });
              }}
            >
              {count === 0 ? 'Import' : `Import ${formatQuantity(count, 'user', 'users')}`}
            </Button>
          )}
          <Button variant="default" onClick={() => go({ screen: 'users' })}>
            {run.data === undefined ? 'Cancel' : 'Show users'}
          </Button>
        </Group>
      </Stack>
    </>
  );
}

const usersOf = ({ users }: CsvUsers) => users.map(({ user }) => user);

const sentence = (
  { added, updated, unchanged }: Tally,
  [fresh, changed, same]: readonly [string, string, string],
): string =>
  `${formatList([`${formatCount(added)} ${fresh}`, `${formatCount(updated)} ${changed}`, `${formatCount(unchanged)} ${same}`])}.`;
