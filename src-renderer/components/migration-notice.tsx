import { Button, Stack, Text } from '@mantine/core';
import { migrationDeadlineText } from '../lib/migration-text.ts';
import { useGo } from '../lib/navigation.tsx';
import { useNow } from '../lib/surroundings.tsx';
import type { ActiveAccount } from '../lib/use-active-organization.ts';
import { Notice } from './notice.tsx';
import { SupportLineText } from './support-line-text.tsx';

/** Tells somebody who is signed in that their account has to move to multi-factor authentication, and until when (E2). */
export function MigrationNotice({ active: { desk, portal } }: { readonly active: ActiveAccount }) {
  const go = useGo();
  const now = useNow(60_000);
  const { migrationDueAt, username } = desk.account;
  if (migrationDueAt === null || portal.migration === undefined) return null;
  const isOver = new Date(migrationDueAt) <= now;
  return (
    <Notice title={isOver ? 'Your next sign-in will be refused' : 'Set up multi-factor authentication'}>
      {isOver ? (
        <Stack gap={4}>
          <Text size="sm">
            The time to set up multi-factor authentication is over. The portal’s support can give you more days.
          </Text>
          {portal.support.map((line) => (
            <SupportLineText key={line.phone} line={line} />
          ))}
        </Stack>
      ) : (
        <Stack gap="sm" align="flex-start">
          <Text size="sm">
            At your next sign-in the {portal.name} asks for an email address, which becomes your new username, and for a
            new password. {migrationDeadlineText(migrationDueAt, portal.migration.days, now)}
          </Text>
          <Button
            size="xs"
            onClick={() =>
              go({ screen: 'sign-in', portalId: portal.id, ...(username === null ? {} : { email: username }) })
            }
          >
            Sign in and set it up
          </Button>
        </Stack>
      )}
    </Notice>
  );
}
