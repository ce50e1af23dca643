import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { DeskPlans } from '../../../src-shared/ipc/health-plans.ts';
import { useProcedure } from '../../lib/use-procedure.ts';

/** The account's health plans, as they are or as they were told last; asked again when the portal is back. */
export function useAccountPlans(accountId: string): UseQueryResult<DeskPlans> {
  const plans = useProcedure('healthPlans.list', { accountId });
  const { data: sync } = useProcedure('sync.state', { accountId });
  const wasAway = useRef(false);
  const { refetch } = plans;
  const phase = sync?.phase;
  useEffect(() => {
    if (phase === 'offline') wasAway.current = true;
    else if (phase === 'idle' && wasAway.current) {
      wasAway.current = false;
      void refetch();
    }
  }, [phase, refetch]);
  return plans;
}
