import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { DeskAccount } from '../../../src-shared/ipc/accounts.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { associates } from '../../../src-shared/portals/definition.ts';

/** How a person is called. */
export const personOf = ({ account }: Pick<DeskAccount, 'account'>): string =>
  `${account.firstName} ${account.lastName}`;

/** One line of the ribbon's drop-down. `linked: null` stands for an account without any linked account. */
export interface RibbonChoice {
  readonly key: string;
  readonly accountId: string;
  readonly linked: LinkedAccount | null;
  /** What the line says where there is no linked account. */
  readonly name: string;
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
  return ordered.map(({ account, state, mode, linkedAccounts, activeLinkedAccountId }) => {
    const isActive = account.id === activeAccountId;
    const portal = findPortal(account.portalId);
    // without organizations the account stands for itself
    const name = portal === undefined || associates(portal) ? 'No linked account yet' : personOf({ account });
    const choices = linkedAccounts.map((linked) => ({
      key: linked.id,
      name,
      accountId: account.id,
      linked,
      current: isActive && linked.id === activeLinkedAccountId,
      canOpen: linked.status === 'active',
    }));
    const itself = { key: account.id, name, accountId: account.id, linked: null, current: isActive, canOpen: true };
    return {
      accountId: account.id,
      title: [
        account.email,
        ...(ofSeveral ? [findPortal(account.portalId)?.name ?? account.portalId] : []),
        ...(mode === 'guided' ? ['Guided'] : []),
      ].join(' · '),
      signedOut: state === 'signed-out',
      choices: choices.length === 0 ? [itself] : choices,
    };
  });
}

/** The groups with only those choices whose organization, Provider ID, place or role contain every typed word. */
export function filterRibbon(groups: readonly RibbonGroup[], typed: string): RibbonGroup[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  const matches = (group: RibbonGroup, { linked, name }: RibbonChoice): boolean => {
    const text = [
      group.title,
      name,
      linked?.nickname,
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
