import { useQuery } from '@tanstack/react-query';
import { invoke } from './desk-client.ts';
import { queryKey } from './query-keys.ts';

export interface PortalReach {
  /** Asked within the last moments, and not answered. */
  readonly isAway: boolean;
  readonly isAsking: boolean;
  readonly askAgain: () => void;
}

/** Often while it is away, so that it is noticed when it comes back; seldom otherwise. */
const everyMs = { away: 5_000, there: 30_000 };

/** Whether the portal service answers, for as long as something that needs it is on screen. */
export function usePortalReach(): PortalReach {
  const reach = useQuery({
    queryKey: queryKey('app.reachPortal', {}),
    queryFn: () => invoke('app.reachPortal', {}),
    // what was true on another screen may not be any more
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.isReachable === false ? everyMs.away : everyMs.there),
    retry: false,
  });
  return {
    isAway: reach.data?.isReachable === false,
    isAsking: reach.isFetching,
    askAgain: () => void reach.refetch(),
  };
}
