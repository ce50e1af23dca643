import { Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { decisionTitle } from '../../components/people/decision-texts.ts';
import { PeopleNotices } from '../../components/people/people-notices.tsx';
import { useDecisions } from '../../components/people/use-decisions.tsx';
import { useGo } from '../../lib/navigation.tsx';
import { useActiveOrganization } from '../../lib/use-active-organization.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { AttentionItem } from './attention-item.tsx';
import { OutboxSection } from './outbox-section.tsx';
import { screenOf } from './outbox-rules.ts';
import { WaitingItem } from './waiting-item.tsx';

/** Decisions that the portal refused, and those that it has not answered. */
export function OutboxScreen() {
  const { organizationId, portal, linkedAccount, desk } = useActiveOrganization();
  const isGuided = desk.mode === 'guided';
  const query = useProcedure('commands.list', { organizationId });
  const { decide, undo, dismiss } = useDecisions(organizationId);
  const go = useGo();
  const items = query.data?.items ?? [];
  const refused = items.filter(({ state }) => state === 'refused');
  const waiting = items.filter(({ state }) => state !== 'refused');

  const decideAgain = async (item: OutboxItem) => {
    const told = `${decisionTitle(item.kind, portal.labels)}: ${item.subjectName}`;
    const kept = await decide([item.intent], told);
    if (kept !== null) await dismiss(item.id);
  };

  return (
    <>
      <PageHeader title="Waiting & attention" description={`Your decisions for ${linkedAccount.organization.name}`} />
      {query.isPending && <LoadingRows label="Loading decisions" />}
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && items.length === 0 && (
        <EmptyState icon={<IconCircleCheck size={28} />} title="Nothing is waiting">
          {isGuided
            ? 'Everything that you decided was done on the portal’s web site, and recorded.'
            : 'Everything that you decided has reached the portal.'}
        </EmptyState>
      )}
      <Stack gap="xl">
        <OutboxSection
          title="Needs attention"
          description={
            isGuided
              ? 'These could not be done on the portal’s web site. They stay until you dismiss them.'
              : 'The portal refused these. They stay until you dismiss them.'
          }
          items={refused}
        >
          {(item) => (
            <AttentionItem
              key={item.id}
              item={item}
              labels={portal.labels}
              onDecideAgain={(each) => void decideAgain(each)}
              onDismiss={(each) => void dismiss(each.id)}
              onShow={(each) => go({ screen: screenOf(each.kind).screen })}
            />
          )}
        </OutboxSection>
        <OutboxSection
          title="Waiting"
          description={
            isGuided
              ? 'Kept on this computer. You do each on the portal’s web site, then record it.'
              : 'Kept on this computer, and sent in this order.'
          }
          items={waiting}
        >
          {(item) => (
            <WaitingItem
              key={item.id}
              item={item}
              labels={portal.labels}
              onUndo={(each) => void undo([each.id])}
              onDo={() => go({ screen: 'manual-steps' })}
            />
          )}
        </OutboxSection>
      </Stack>
      <PeopleNotices />
    </>
  );
}
