import type { ProcedureInput, ProcedureOutput } from '../../../src-shared/ipc/contract.ts';

export type PagedProcedure = 'users.page' | 'invitations.page' | 'accessRequests.page';
export type PagedRow<Name extends PagedProcedure> = ProcedureOutput<Name>['rows'][number];
/** Which rows, and in which order: a page's input without its place. */
export type RowsView<Name extends PagedProcedure> = Omit<ProcedureInput<Name>, 'after' | 'skip' | 'limit'>;

export const rowsPerPage = 50;

/** The cache key of a page of a view. */
export const pageKey = <Name extends PagedProcedure>(
  name: Name,
  view: RowsView<Name>,
  page: number,
): readonly [Name, RowsView<Name>, number] => [name, view, page];

export const pageInput = <Name extends PagedProcedure>(
  view: RowsView<Name>,
  place: { after: string | null; skip: number; limit: number },
): ProcedureInput<Name> => ({ ...view, ...place }) as unknown as ProcedureInput<Name>;
