import type { AccessRequestRow, InvitationRow, OutboxItem, UserRow } from '../../../src-shared/ipc/people.ts';
import type { BillingAgencyRow } from '../../../src-shared/ipc/billing-agencies.ts';
import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import type { DeskProcess } from './desk-process.ts';

/** A row as a screen shows it. */
export type ShownRow =
  | { readonly kind: 'user'; readonly row: UserRow }
  | { readonly kind: 'access-request'; readonly row: AccessRequestRow }
  | { readonly kind: 'invitation'; readonly row: InvitationRow }
  | { readonly kind: 'billing-agency'; readonly row: BillingAgencyRow };

/** Everything that the screens of an organization show. */
function shownRows({ cache: { people, agencies } }: DeskProcess, organizationId: string): ShownRow[] {
  const page = { organizationId, search: '', after: null, skip: 0, limit: 200 };
  const sort = { column: 'name', direction: 'ascending' } as const;
  return [
    ...people.usersPage({ ...page, roles: [], statuses: [], sort }).rows.map((row) => ({ kind: 'user' as const, row })),
    ...people
      .accessRequestsPage({ ...page, statuses: [] })
      .rows.map((row) => ({ kind: 'access-request' as const, row })),
    ...people.invitationsPage({ ...page, statuses: [] }).rows.map((row) => ({ kind: 'invitation' as const, row })),
    ...agencies.page({ organizationId, limit: 200 }).rows.map((row) => ({ kind: 'billing-agency' as const, row })),
  ];
}

const told = (kind: string, entity: object): string =>
  `${kind} ${JSON.stringify(Object.entries(entity).filter(isSaid).toSorted(byKey))}`;
const isSaid = ([, value]: [string, unknown]): boolean => value !== undefined;
const byKey = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);

/** What the portal said, without what lies over it; in an order that depends on the records alone. */
const toldRows = (rows: readonly ShownRow[]): string[] =>
  rows
    .filter(({ row }) => row.version > 0)
    .map(({ kind, row }) => told(kind, { ...row, pending: undefined }))
    .toSorted();

export const toldAtThePortal = (records: readonly FeedRecord[]): string[] =>
  records
    .filter(({ kind }) => kind !== 'organization')
    .map(({ kind, entity }) => told(kind, entity))
    .toSorted();

/** What a window shows of an organization: it reads anew when it is told that something has changed, and only then. */
export interface Screens {
  readonly rows: readonly ShownRow[];
  readonly told: readonly string[];
  readonly list: readonly OutboxItem[];
}

export function readScreens(desk: DeskProcess, organizationId: string): Screens {
  const rows = shownRows(desk, organizationId);
  return { rows, told: toldRows(rows), list: desk.decisions.list(organizationId) };
}
