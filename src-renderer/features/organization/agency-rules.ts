import { billingAgencyTransitions, isLegal, type BillingAgencyStatus } from '../../../src-shared/domain/statuses.ts';
import type { Intent } from '../../../src-shared/domain/command.ts';
import type { BillingAgencyRow } from '../../../src-shared/ipc/billing-agencies.ts';
import type { BillingAgencies } from '../../../src-shared/portals/definition.ts';
import { underWay } from '../../components/people/command-texts.ts';
import { formatUsDate } from '../../lib/format.ts';

export const addition = (subjectId: string, agencyId: string): Intent => ({
  kind: 'add-billing-agency',
  subjectId,
  payload: { agencyId },
});

export const denial = (subjectId: string, reason: string | null): Intent => ({
  kind: 'deny-billing-agency',
  subjectId,
  payload: { reason },
});

/** Whether two people wrote down the same agency: capitals and spaces around do not tell. */
export const sameAgency = (one: AgencyWords, other: AgencyWords): boolean =>
  (['name', 'city', 'state'] as const).every((word) => folded(one[word]) === folded(other[word]));

type AgencyWords = Pick<BillingAgencyRow, 'name' | 'city' | 'state'>;

const folded = (word: string | null): string => (word ?? '').trim().toLowerCase();

/** The status that the row will have once the portal has carried out what was decided here. */
export function expectedStatus({ status, pending }: Pick<BillingAgencyRow, 'status' | 'pending'>): BillingAgencyStatus {
  const last = underWay(pending).at(-1);
  if (last === undefined) return status;
  return last.kind === 'deny-billing-agency' ? 'denied' : 'pending';
}

/** Whether its access can be denied; else the agency can be added again. */
export const canBeDenied = (row: Pick<BillingAgencyRow, 'status' | 'pending'>): boolean =>
  isLegal(billingAgencyTransitions, expectedStatus(row), 'denied');

export const statusTones = { pending: 'waiting', active: 'good', denied: 'bad' } as const satisfies Readonly<
  Record<BillingAgencyStatus, string>
>;

/** `Active as of: 09/16/2020` (D10). */
export function statusText(
  { status, activeSince }: Pick<BillingAgencyRow, 'status' | 'activeSince'>,
  labels: BillingAgencies,
): string {
  switch (status) {
    case 'active':
      return activeSince === null ? 'Active' : `${labels.activeAsOf}: ${formatUsDate(activeSince)}`;
    case 'pending':
      return 'Pending';
    default:
      return 'Denied';
  }
}

/** What the status asks of whom; null where it says it all. */
export function statusDetail({ status, version, reason }: BillingAgencyRow): string | null {
  if (status === 'pending') return version === 0 ? null : 'Becomes active by itself once the agency has registered.';
  return status === 'denied' && reason !== null ? `Reason: ${reason}` : null;
}
