import type { OrderSearch } from '../../../src-shared/portals/definition.ts';
import { useActiveAccount } from '../../lib/use-active-organization.ts';

export interface OrderAccount {
  readonly accountId: string;
  readonly orderSearch: OrderSearch;
  readonly isSignedOut: boolean;
}

/** The active account, where its portal has orders (E6); null otherwise. */
export function useOrderAccount(): OrderAccount | null {
  const active = useActiveAccount();
  const orderSearch = active?.portal.orderSearch;
  if (active === null || orderSearch === undefined) return null;
  return { accountId: active.desk.account.id, orderSearch, isSignedOut: active.desk.state === 'signed-out' };
}
