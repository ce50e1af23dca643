import { hashKey, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import { invoke } from '../../lib/desk-client.ts';
import { pageInput, pageKey, rowsPerPage, type PagedProcedure, type PagedRow, type RowsView } from './page-of-rows.ts';

export interface PagedRows<Row> {
  /** Rows that the view has over all pages; 0 until known. */
  readonly total: number;
  readonly asOf: string | null;
  /** Names what is shown: another text, another set or order of rows. */
  readonly viewKey: string;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
  /** Rows of another view are still shown while the asked ones load. */
  readonly outdated: boolean;
  /** Undefined while its page is not loaded. */
  readonly rowAt: (index: number) => Row | undefined;
  /** The rows that are held at the moment. */
  readonly held: readonly Row[];
  /** Tells which rows are on screen: their pages are loaded, those far away let go. */
  readonly show: (first: number, last: number) => void;
  /** Reads rows that need not be on screen. Rejects with `DeskFailure`. */
  readonly readRange: (first: number, count: number) => Promise<Row[]>;
  readonly retry: () => void;
}

/** Pages beyond the visible ones that are held for scrolling back. */
const pagesAround = 3;
const mostPerCall = 200;
const keepUnseenMs = 30_000;

/**
 * Rows of a list of any length, page by page as they come on screen. While another search or filter loads, the rows
 * before it stay. At most the first page, the visible ones and `pagesAround` on each side are held.
 */
export function usePagedRows<Name extends PagedProcedure>(
  name: Name,
  asked: RowsView<Name>,
): PagedRows<PagedRow<Name>> {
  type Page = ProcedureOutput<Name>;
  const client = useQueryClient();
  const [span, setSpan] = useState({ first: 0, last: 0 });
  const [shown, setShown] = useState(asked);

  const head = useQuery<Page>({ ...pageQuery(client, name, asked, 0), placeholderData: previousPage });
  const viewKey = hashKey([name, shown]);
  const arrived = head.data !== undefined && !head.isPlaceholderData;
  if (arrived && viewKey !== hashKey([name, asked])) {
    setShown(asked);
    setSpan({ first: 0, last: 0 });
  }

  const pageNumbers = Array.from({ length: span.last - span.first + 1 }, (_, at) => span.first + at);
  const pages = useQueries({
    queries: pageNumbers.map((page) => pageQuery(client, name, shown, page)),
    combine: combinePages<Page>,
  });

  useEffect(() => {
    client.removeQueries({
      queryKey: [name, shown],
      type: 'inactive',
      predicate: ({ queryKey: [, , page] }) =>
        typeof page === 'number' && page > 0 && (page < span.first - pagesAround || page > span.last + pagesAround),
    });
  }, [client, name, shown, span]);

  const rowAt = useCallback(
    (index: number): PagedRow<Name> | undefined =>
      pages.data[Math.floor(index / rowsPerPage) - span.first]?.rows[index % rowsPerPage],
    [pages.data, span.first],
  );
  const held = useMemo(() => pages.data.flatMap((page): PagedRow<Name>[] => page?.rows ?? []), [pages.data]);
  const show = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / rowsPerPage), last: Math.floor(last / rowsPerPage) };
    setSpan((before) => (before.first === next.first && before.last === next.last ? before : next));
  }, []);
  const readRange = useCallback((first: number, count: number) => readRows(name, shown, first, count), [name, shown]);
  const error = head.error ?? pages.error;
  const retry = () => {
    void client.refetchQueries({ queryKey: [name], type: 'active', predicate: (query) => query.state.error !== null });
  };

  return {
    total: head.data?.total ?? 0,
    asOf: head.data?.asOf ?? null,
    viewKey,
    status: head.data !== undefined ? 'ready' : head.isError ? 'failed' : 'loading',
    error,
    outdated: head.isPlaceholderData,
    rowAt,
    held,
    show,
    readRange,
    retry,
  };
}

const pageQuery = <Name extends PagedProcedure>(
  client: QueryClient,
  name: Name,
  view: RowsView<Name>,
  page: number,
) => ({
  queryKey: pageKey(name, view, page),
  queryFn: () => readPage(client, name, view, page),
  gcTime: keepUnseenMs,
});

const previousPage = <Page>(previous: Page | undefined): Page | undefined => previous;

function combinePages<Page>(results: readonly UseQueryResult<Page>[]): {
  data: (Page | undefined)[];
  error: Error | null;
} {
  return {
    data: results.map((result) => result.data),
    error: results.find((result) => result.error !== null)?.error ?? null,
  };
}

async function readPage<Name extends PagedProcedure>(
  client: QueryClient,
  name: Name,
  view: RowsView<Name>,
  page: number,
): Promise<ProcedureOutput<Name>> {
  return invoke(name, pageInput<Name>(view, { ...startOf(client, name, view, page), limit: rowsPerPage }));
}

/** From the nearest page before it that is held and up to date; else counted from the beginning. */
function startOf<Name extends PagedProcedure>(
  client: QueryClient,
  name: Name,
  view: RowsView<Name>,
  page: number,
): { after: string | null; skip: number } {
  let nearest = { page: -1, after: null as string | null };
  for (const query of client.getQueryCache().findAll({ queryKey: [name, view] })) {
    const at: unknown = query.queryKey[2];
    if (typeof at !== 'number' || at >= page || at <= nearest.page || query.state.isInvalidated) continue;
    const held = client.getQueryData<ProcedureOutput<Name>>(query.queryKey);
    if (held !== undefined && held.next !== null) nearest = { page: at, after: held.next };
  }
  return { after: nearest.after, skip: (page - nearest.page - 1) * rowsPerPage };
}

async function readRows<Name extends PagedProcedure>(
  name: Name,
  view: RowsView<Name>,
  first: number,
  count: number,
): Promise<PagedRow<Name>[]> {
  const rows: PagedRow<Name>[] = [];
  let place = { after: null as string | null, skip: first };
  while (rows.length < count) {
    const limit = Math.min(mostPerCall, count - rows.length);
    const page: ProcedureOutput<PagedProcedure> = await invoke(name, pageInput<Name>(view, { ...place, limit }));
    rows.push(...(page.rows as PagedRow<Name>[]));
    if (page.next === null || page.rows.length === 0) break;
    place = { after: page.next, skip: 0 };
  }
  return rows;
}
