import { SimpleGrid, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { IconMail, IconShieldCheck, IconUserQuestion, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount } from '../../lib/format.ts';
import { useGo, type DeskPlace } from '../../lib/navigation.tsx';
import type { ActiveOrganization } from '../../lib/use-active-organization.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import classes from './people-cards.module.css';

/** The four numbers of an organization's people; each opens its screen. */
export function PeopleCards({ organization }: { readonly organization: ActiveOrganization }) {
  const counts = useProcedure('users.counts', { organizationId: organization.organizationId });
  if (counts.isError) {
    return <ErrorNotice error={counts.error} onRetry={() => void counts.refetch()} retrying={counts.isFetching} />;
  }
  const { data } = counts;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="lg">
      <CountCard
        label="Pending requests"
        count={data?.pendingRequests}
        icon={<IconUserQuestion aria-hidden />}
        place={{ screen: 'access-requests' }}
        urgent
      />
      <CountCard label="Users" count={data?.users} icon={<IconUsers aria-hidden />} place={{ screen: 'users' }} />
      <CountCard
        label="Administrators"
        count={data?.administrators}
        icon={<IconShieldCheck aria-hidden />}
        place={{ screen: 'users' }}
      />
      <CountCard
        label="Open invitations"
        count={data?.openInvitations}
        icon={<IconMail aria-hidden />}
        place={{ screen: 'invitations' }}
      />
    </SimpleGrid>
  );
}

interface CountCardProps {
  readonly label: string;
  readonly count: number | undefined;
  readonly icon: ReactNode;
  readonly place: DeskPlace;
  /** Stands out while the count is not 0. */
  readonly urgent?: boolean;
}

function CountCard({ label, count, icon, place, urgent = false }: CountCardProps) {
  const go = useGo();
  return (
    <UnstyledButton
      className={classes['card'] ?? ''}
      data-urgent={(urgent && count !== undefined && count > 0) || undefined}
      onClick={() => go(place)}
    >
      <span className={classes['top']}>
        <Text component="span" size="sm" c="dimmed">
          {label}
        </Text>
        <span className={classes['icon']}>{icon}</span>
      </span>
      {count === undefined ? (
        <Skeleton component="span" display="block" height={36} width={64} mt="auto" />
      ) : (
        <span className={classes['count']}>{formatCount(count)}</span>
      )}
    </UnstyledButton>
  );
}
