import { Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PeopleNotices } from '../../components/people/people-notices.tsx';
import { shownName } from '../../lib/linked-account-texts.ts';
import { useGo } from '../../lib/navigation.tsx';
import { useActiveAccount, type ActiveAccount } from '../../lib/use-active-organization.ts';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import { AttentionItem } from './attention-item.tsx';
import { OutboxSection } from './outbox-section.tsx';
import { screenOf } from './outbox-rules.ts';
import { sectionTexts } from './section-texts.ts';
import { WaitingItem } from './waiting-item.tsx';
import { WishItem } from './wish-item.tsx';

/** What the account has decided, in every organization, and the portal has refused or not answered. */
export function OutboxScreen() {
  const active = useActiveAccount();
  return active === null ? <LoadingRows label="Loading decisions" /> : <Outbox active={active} />;
}

function Outbox({ active: { desk, portal } }: { readonly active: ActiveAccount }) {
  const accountId = desk.account.id;
  const query = useProcedure('commands.ofAccount', { accountId });
  const activate = useProcedureMutation('linkedAccounts.activate');
  const go = useGo();
  const items = query.data?.items ?? [];
  const wishes = query.data?.preferences ?? [];
  const refused = items.filter(({ state }) => state === 'refused');
  const waiting = items.filter(({ state }) => state !== 'refused');
  const refusedWishes = wishes.filter(({ state }) => state === 'refused');
  const waitingWishes = wishes.filter(({ state }) => state !== 'refused');
  const amount = items.length + wishes.length;
  useFocusKept(amount);
  const texts = sectionTexts(desk.mode === 'guided');

  const linkedTo = (organizationId: string) =>
    desk.linkedAccounts.find(({ organization, status }) => organization.id === organizationId && status === 'active');
  const isOne = desk.linkedAccounts.length === 1;
  const nameOf = ({ organizationId }: OutboxItem): string | null => {
    const linked = desk.linkedAccounts.find(({ organization }) => organization.id === organizationId);
    if (linked === undefined) return 'You are no longer linked to this organization.';
    return isOne ? null : shownName(linked);
  };
  const show = (item: OutboxItem) => {
    const linked = linkedTo(item.organizationId);
    const open = () => go({ screen: screenOf(item.kind).screen });
    if (linked === undefined) return;
    if (linked.id === desk.activeLinkedAccountId) open();
    else activate.mutate({ accountId, linkedAccountId: linked.id }, { onSuccess: open });
  };
  const ofWish = (linkedAccountId: string) => desk.linkedAccounts.find(({ id }) => id === linkedAccountId);

  return (
    <>
      <PageHeader title="Waiting & attention" description={`Your decisions as ${desk.account.email}`} />
      {query.isPending && <LoadingRows label="Loading decisions" />}
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {activate.error !== null && <ErrorNotice error={activate.error} />}
      {query.data !== undefined && amount === 0 && (
        <EmptyState icon={<IconCircleCheck size={28} />} title="Nothing is waiting">
          {texts.empty}
        </EmptyState>
      )}
      <Stack gap="xl">
        <OutboxSection
          title="Needs attention"
          description={texts.refused}
          first={refusedWishes.map((wish) => (
            <WishItem key={wish.sequence} accountId={accountId} wish={wish} linked={ofWish(wish.linkedAccountId)} />
          ))}
          items={refused}
        >
          {(item) => (
            <AttentionItem
              key={item.id}
              item={item}
              labels={portal.labels}
              organizationName={nameOf(item)}
              {...(linkedTo(item.organizationId) === undefined ? {} : { onShow: show })}
            />
          )}
        </OutboxSection>
        <OutboxSection
          title="Waiting"
          description={texts.waiting}
          first={waitingWishes.map((wish) => (
            <WishItem key={wish.sequence} accountId={accountId} wish={wish} linked={ofWish(wish.linkedAccountId)} />
          ))}
          items={waiting}
        >
          {(item) => (
            <WaitingItem
              key={item.id}
              item={item}
              labels={portal.labels}
              organizationName={nameOf(item)}
              onDo={() => go({ screen: 'manual-steps' })}
            />
          )}
        </OutboxSection>
      </Stack>
      <PeopleNotices />
    </>
  );
}

/** Whoever works through the list by keyboard goes on at its heading when an entry goes away with the button in it. */
function useFocusKept(amount: number): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const find = (heading: string) => document.querySelector<HTMLElement>(heading);
    (find('section h2[tabindex="-1"]') ?? find('h1'))?.focus({ preventScroll: true });
  }, [amount]);
}
