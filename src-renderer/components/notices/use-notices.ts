import type { Notice } from '../../../src-shared/portals/definition.ts';
import { noticesOn } from '../../../src-shared/portals/notices-on.ts';
import { useNow } from '../../lib/surroundings.tsx';
import { useActiveAccount } from '../../lib/use-active-organization.ts';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';

export interface Notices {
  /** Those of today that were not dismissed, the newest first. */
  readonly notices: readonly Notice[];
  readonly error: unknown;
  dismiss(noticeId: string): void;
}

/** What the active account's portal tells in this place (E7). What was dismissed stays dismissed for the account. */
export function useNotices(shownIn: string): Notices {
  const active = useActiveAccount();
  const today = dayOf(useNow(60_000));
  const accountId = active?.desk.account.id ?? '';
  const all = noticesOn(active?.portal.notices ?? [], shownIn, today);
  const dismissed = useProcedure('notices.dismissed', { accountId }, { enabled: all.length > 0 });
  const dismissal = useProcedureMutation('notices.dismiss', { onSuccess: () => void dismissed.refetch() });
  const gone = new Set(dismissed.data?.noticeIds);
  return {
    // a notice that was dismissed must not flash up first
    notices: dismissed.data === undefined ? [] : all.filter(({ id }) => !gone.has(id)),
    error: dismissed.error ?? dismissal.error,
    dismiss(noticeId) {
      dismissal.mutate({ accountId, noticeId });
    },
  };
}

/** As this computer's calendar has it. */
function dayOf(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
