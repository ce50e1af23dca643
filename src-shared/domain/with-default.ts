import type { LinkedAccount } from './organization.ts';

/** With one default: the one that was chosen, else the first active one, else the first (D9). */
export function withDefault(linkedAccounts: readonly LinkedAccount[]): LinkedAccount[] {
  const first =
    linkedAccounts.find(({ isDefault }) => isDefault) ??
    linkedAccounts.find(({ status }) => status === 'active') ??
    linkedAccounts[0];
  return linkedAccounts.map((each) => ({ ...each, isDefault: each.id === first?.id }));
}
