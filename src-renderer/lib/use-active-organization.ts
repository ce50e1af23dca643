import { mayAct, type Access, type PeopleAction } from '../../src-shared/domain/permissions.ts';
import type { LinkedAccount } from '../../src-shared/domain/organization.ts';
import type { DeskAccount } from '../../src-shared/ipc/accounts.ts';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
import { activeAccountOf, activeLinkedAccountOf } from './active-account.ts';
import { useProcedure } from './use-procedure.ts';

export interface ActiveAccount {
  readonly desk: DeskAccount;
  readonly portal: PortalDefinition;
}

export interface ActiveOrganization extends ActiveAccount {
  readonly linkedAccount: LinkedAccount;
  readonly organizationId: string;
  /** The person's own access in the organization. */
  readonly access: Access;
  /** The session ended: cached data is readable, decisions wait. */
  readonly signedOut: boolean;
  mayAct(action: PeopleAction, subject?: Access, granted?: Access): boolean;
}

/** The account that the window shows, or null while there is none. */
export function useActiveAccount(): ActiveAccount | null {
  const { data } = useProcedure('accounts.list', {});
  const desk = activeAccountOf(data);
  const portal = desk === undefined ? undefined : findPortal(desk.account.portalId);
  return desk === undefined || portal === undefined ? null : { desk, portal };
}

/** The active linked account, or null while there is none that can be opened. */
export function useActiveOrganizationIfAny(): ActiveOrganization | null {
  const active = useActiveAccount();
  const linkedAccount = activeLinkedAccountOf(active?.desk);
  if (active === null || linkedAccount === undefined) return null;
  const access: Access = { role: linkedAccount.role, permissions: linkedAccount.permissions };
  return {
    ...active,
    linkedAccount,
    organizationId: linkedAccount.organization.id,
    access,
    signedOut: active.desk.state === 'signed-out',
    mayAct: (action, subject, granted) => mayAct(access, action, subject, granted),
  };
}

/** For screens that the shell opens only with an active linked account. Throws without one. */
export function useActiveOrganization(): ActiveOrganization {
  const active = useActiveOrganizationIfAny();
  if (active === null) throw new Error('This screen needs an active linked account');
  return active;
}
