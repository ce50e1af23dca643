import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { DeskAccount } from '../../../src-shared/ipc/accounts.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';

/** One line of the ribbon's drop-down. `linked: null` stands for an account without any linked account. */
export interface RibbonChoice {
  readonly key: string;
  readonly accountId: string;
  readonly linked: LinkedAccount | null;
  readonly current: boolean;
  readonly canOpen: boolean;
}

export interface RibbonGroup {
  readonly accountId: string;
  /** The account's address, and the portal where there are accounts of several: one address may serve at each. */
  readonly title: string;
  readonly signedOut: boolean;
  readonly choices: readonly RibbonChoice[];
}

/** Everything that can be switched to, the active account first. */
export function ribbonGroups(accounts: readonly DeskAccount[], activeAccountId: string | null): RibbonGroup[] {
  const ordered = [
    ...accounts.filter(({ account }) => account.id === activeAccountId),
    ...accounts.filter(({ account }) => account.id !== activeAccountId),
  ];
  const ofSeveral = new Set(accounts.map(({ account }) => account.portalId)).size > 1;
  return ordered.map(({ account, state, linkedAccounts, activeLinkedAccountId }) => {
    const isActive = account.id === activeAccountId;
    const choices = linkedAccounts.map((linked) => ({
      key: linked.id,
      accountId: account.id,
      linked,
      current: isActive && linked.id === activeLinkedAccountId,
      canOpen: linked.status === 'active',
    }));
    const itself = { key: account.id, accountId: account.id, linked: null, current: isActive, canOpen: true };
    return {
      accountId: account.id,
      title: ofSeveral ? `${account.email} · ${findPortal(account.portalId)?.name ?? account.portalId}` : account.email,
      signedOut: state === 'signed-out',
      choices: choices.length === 0 ? [itself] : choices,
    };
  });
}

/** The groups with only those choices whose organization, Provider ID, place or role contain every typed word. */
export function filterRibbon(groups: readonly RibbonGroup[], typed: string): RibbonGroup[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  const matches = (group: RibbonGroup, { linked }: RibbonChoice): boolean => {
    const text = [
      group.title,
      linked?.organization.name,
      linked?.organization.providerId,
      linked?.organization.city,
      linked?.role,
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return groups
    .map((group) => ({ ...group, choices: group.choices.filter((choice) => matches(group, choice)) }))
    .filter(({ choices }) => choices.length > 0);
}
