import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { permissionList, roleTexts } from '../../lib/access-texts.ts';
import { formatCount } from '../../lib/format.ts';
import type { CsvUsers } from './read-users-csv.ts';

/** As many as somebody looks at. */
const mostShown = 100;

/** What a file brings, and what of it cannot be taken, line by line. */
export const ImportPreview = ({ read: { users, problems } }: { readonly read: CsvUsers }) => (
  <>
    {problems.length > 0 && (
      <Section title={`Left out (${formatCount(problems.length)})`} rest={problems.length - mostShown}>
        <Table verticalSpacing="xs" horizontalSpacing="lg" aria-label="Left out">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={90}>Line</Table.Th>
              <Table.Th>Reason</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {problems.slice(0, mostShown).map(({ line, reason }) => (
              <Table.Tr key={line}>
                <Table.Td>{line}</Table.Td>
                <Table.Td>{reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
    )}
    {users.length > 0 && (
      <Section title={`To import (${formatCount(users.length)})`} rest={users.length - mostShown}>
        <Table verticalSpacing="xs" horizontalSpacing="lg" aria-label="To import">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={90}>Line</Table.Th>
              <Table.Th>Email</Table.Th>
              <Table.Th>Name</Table.Th>
              <Table.Th>Role</Table.Th>
              <Table.Th>Permissions</Table.Th>
              <Table.Th>Status</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.slice(0, mostShown).map(({ line, user }) => (
              <Table.Tr key={line}>
                <Table.Td>{line}</Table.Td>
                <Table.Td>{user.email}</Table.Td>
                <Table.Td>
                  {user.firstName} {user.lastName}
                </Table.Td>
                <Table.Td>{roleTexts[user.role]}</Table.Td>
                <Table.Td>
                  {user.role === 'administrator' ? 'All permissions' : permissionList(user.permissions)}
                </Table.Td>
                <Table.Td tt="capitalize">{user.status}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
    )}
  </>
);

interface SectionProps {
  readonly title: string;
  /** How many more there are than are shown. */
  readonly rest: number;
  readonly children: ReactNode;
}

function Section({ title, rest, children }: SectionProps) {
  const heading = useId();
  return (
    <Stack component="section" gap="xs" aria-labelledby={heading}>
      <Title order={2} size="h4" id={heading}>
        {title}
      </Title>
      <Paper withBorder>
        <Table.ScrollContainer minWidth={640}>{children}</Table.ScrollContainer>
      </Paper>
      {rest > 0 && (
        <Text size="sm" c="dimmed">
          and {formatCount(rest)} more
        </Text>
      )}
    </Stack>
  );
}
