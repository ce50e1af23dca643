import type { LinkedAccount } from '../../src-shared/domain/organization.ts';
import type { DeskAccount } from '../../src-shared/ipc/accounts.ts';
import type { ProcedureOutput } from '../../src-shared/ipc/contract.ts';

export const activeAccountOf = (accounts: ProcedureOutput<'accounts.list'> | undefined): DeskAccount | undefined =>
  accounts?.accounts.find(({ account }) => account.id === accounts.activeAccountId);

/** The linked account that the ribbon is on, if it can be opened. */
export const activeLinkedAccountOf = (desk: DeskAccount | undefined): LinkedAccount | undefined =>
  desk?.linkedAccounts.find(({ id, status }) => id === desk.activeLinkedAccountId && status === 'active');
