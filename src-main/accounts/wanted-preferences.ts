import type { LinkedAccount } from '../../src-shared/domain/organization.ts';
import type { DeskLinkedAccount } from '../../src-shared/ipc/accounts.ts';
import type { ProcedureInput as Input } from '../../src-shared/ipc/contract.ts';
import type { WantedPreferences } from '../../src-shared/ipc/wanted-preferences.ts';
import type { PreferenceWish } from '../cache/cache.ts';

/** Linked accounts as their owner wants them (D9): what waits lies over what the portal told, what was refused does not. */
export function layPreferences(
  linkedAccounts: readonly LinkedAccount[],
  wishes: readonly WantedPreferences[],
): DeskLinkedAccount[] {
  const underWay = wishes.filter(({ state }) => state !== 'refused');
  const chosen = underWay.findLast(({ isDefault }) => isDefault === true)?.linkedAccountId;
  return linkedAccounts.map((linked) => {
    const isDefault = chosen === undefined ? linked.isDefault : chosen === linked.id;
    const wish = wishes.find(({ linkedAccountId }) => linkedAccountId === linked.id);
    if (wish === undefined) return { ...linked, isDefault };
    if (wish.state === 'refused') return { ...linked, isDefault, wanted: wish };
    return {
      ...linked,
      nickname: wish.nickname === undefined ? linked.nickname : wish.nickname,
      isDefault: wish.isDefault ?? isDefault,
      wanted: wish,
    };
  });
}

/** What is to change of a linked account as it is shown; null where nothing is. */
export function wishFor(
  shown: DeskLinkedAccount,
  { nickname, isDefault }: Pick<Input<'linkedAccounts.setPreferences'>, 'nickname' | 'isDefault'>,
  at: Date,
): PreferenceWish | null {
  if (nickname === shown.nickname && isDefault === shown.isDefault) return null;
  return {
    linkedAccountId: shown.id,
    organizationName: shown.organization.name,
    decidedAt: at.toISOString(),
    ...(nickname === shown.nickname ? {} : { nickname }),
    ...(isDefault === shown.isDefault ? {} : { isDefault }),
  };
}
