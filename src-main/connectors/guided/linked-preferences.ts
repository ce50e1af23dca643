import type { LinkedAccount, LinkedAccountPreferences } from '../../../src-shared/domain/organization.ts';

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
