import { useInfiniteQuery } from '@tanstack/react-query';
import type { Order } from '../../../src-shared/domain/order.ts';
import { invoke } from '../../lib/desk-client.ts';
import type { Search } from './search-form.tsx';

const pageSize = 50;

export interface OrderSearchState {
  readonly orders: readonly Order[];
  readonly isSearching: boolean;
  readonly isLoadingMore: boolean;
  readonly hasMore: boolean;
  /** Null while nothing is wrong. */
  readonly error: unknown;
  readonly isDone: boolean;
  more(): void;
  again(): void;
}

/** What the portal finds, page after page. Nothing of it outlives the screen. */
export function useOrderSearch(accountId: string, search: Search | null): OrderSearchState {
  const query = useInfiniteQuery({
    queryKey: ['orders.search', { accountId, ...search }],
    enabled: search !== null,
    // orders are looked up, not kept
    gcTime: 0,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      invoke('orders.search', {
        accountId,
        by: search?.by ?? 'member',
        term: search?.term ?? '',
        birthDate: search?.birthDate ?? null,
        after: pageParam,
        limit: pageSize,
      }),
    getNextPageParam: (page) => page.next,
  });
  return {
    orders: query.data?.pages.flatMap(({ orders }) => orders) ?? [],
    isSearching: search !== null && query.isPending,
    isLoadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    error: query.error,
    isDone: query.isSuccess,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}
