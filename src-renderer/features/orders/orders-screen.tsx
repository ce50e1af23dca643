import { Stack } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Order } from '../../../src-shared/domain/order.ts';
import { DisclaimerGate } from '../../components/health-plans/disclaimer-gate.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { OrderPage } from './order-page.tsx';
import { OrderResults } from './order-results.tsx';
import { SearchForm, type Search } from './search-form.tsx';
import { useOrderAccount, type OrderAccount } from './use-order-account.ts';
import { useOrderSearch } from './use-order-search.ts';

/** Order Search (E6). */
export function OrdersScreen() {
  const account = useOrderAccount();
  // another account starts with an empty form
  return account === null ? null : <OrderSearchOf key={account.accountId} account={account} />;
}

function OrderSearchOf({ account }: { readonly account: OrderAccount }) {
  const { accountId, orderSearch } = account;
  const [search, setSearch] = useState<Search | null>(null);
  const [open, setOpen] = useState<Order | null>(null);
  const cameFrom = useRef<string | null>(null);
  const found = useOrderSearch(accountId, search);
  const error = found.error === null ? null : deskErrorOf(found.error);

  useEffect(() => {
    if (open !== null || cameFrom.current === null) return;
    // back to the row that was opened
    document.querySelector<HTMLElement>(`[data-order="${cameFrom.current}"]`)?.focus();
    cameFrom.current = null;
  }, [open]);

  if (open !== null) {
    return (
      <OrderPage
        account={account}
        order={open}
        onBack={() => {
          cameFrom.current = open.id;
          setOpen(null);
        }}
      />
    );
  }
  const isFieldProblem = error?.code === 'invalid_input';
  return (
    <>
      <PageHeader
        title={orderSearch.label}
        description="Across all health plans and solutions, letters included. No plan or solution has to be chosen first."
      />
      <DisclaimerGate>
        <Stack gap="lg">
          <SearchForm
            orderSearch={orderSearch}
            start={search}
            busy={found.isSearching}
            refused={isFieldProblem ? (error.fields ?? []) : []}
            onSearch={(next) => {
              if (search !== null && isSame(search, next)) found.again();
              else setSearch(next);
            }}
          />
          {error !== null && !isFieldProblem && (
            <ErrorNotice error={error} onRetry={() => found.again()} retrying={found.isSearching} />
          )}
          {search === null && (
            <EmptyState icon={<IconSearch size={28} />} title="Search for an order">
              By member, {orderSearch.searchBy.orderId} or {orderSearch.searchBy.acmpNumber}. What you find is shown
              here and not kept on this computer.
            </EmptyState>
          )}
          {found.isSearching && error === null && <LoadingRows label="Searching for orders" />}
          {found.isDone && (
            <OrderResults
              orders={found.orders}
              hasMore={found.hasMore}
              isLoadingMore={found.isLoadingMore}
              onMore={() => found.more()}
              onOpen={setOpen}
            />
          )}
        </Stack>
      </DisclaimerGate>
    </>
  );
}

const isSame = (one: Search, other: Search): boolean =>
  one.by === other.by && one.term === other.term && one.birthDate === other.birthDate;
