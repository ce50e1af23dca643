import type { LinkedAccount, LinkedAccountPreferences } from '../../../src-shared/domain/organization.ts';

/** With one default: the one that was chosen, else the first active one, else the first (D9). */
export function withDefault(linkedAccounts: readonly LinkedAccount[]): LinkedAccount[] {
  const first =
    linkedAccounts.find(({ isDefault }) => isDefault) ??
    linkedAccounts.find(({ status }) => status === 'active') ??
    linkedAccounts[0];
  return linkedAccounts.map((each) => ({ ...each, isDefault: each.id === first?.id }));
}

/** Once one of them is called and preferred so: a default takes the place of the one before (D9). The portal sees none of it. */
export const withPreferences = (
  linkedAccounts: readonly LinkedAccount[],
  linkedAccountId: string,
  { nickname, isDefault }: LinkedAccountPreferences,
): LinkedAccount[] =>
  linkedAccounts.map((each) =>
    each.id === linkedAccountId
      ? { ...each, nickname, isDefault }
      : { ...each, isDefault: each.isDefault && !isDefault },
  );
