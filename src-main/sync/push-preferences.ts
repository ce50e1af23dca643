import type { LinkedAccountPreferences } from '../../src-shared/domain/organization.ts';
import type { WantedPreferences } from '../../src-shared/ipc/wanted-preferences.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Connector } from '../connectors/connector.ts';
import { saveLinkedAccounts, type LinkedOrganizations } from './linked-organizations.ts';
import { isUndecided } from './push.ts';

export interface PreferencePush extends LinkedOrganizations {
  readonly connector: Connector;
  /** True once nothing more is to be sent. */
  readonly stopped: () => boolean;
}

/**
 * Sends the account's wishes about its linked accounts in the order in which they were given (D9). To set the same again
 * changes nothing, so an answer that was lost is simply asked for once more. Fails with the first answer that leaves it
 * open; any other refusal is kept with the wish.
 */
export async function pushPreferences(push: PreferencePush): Promise<Result<void>> {
  const { cache, connector, accountId, listener } = push;
  for (const wish of cache.wantedPreferences.list(accountId)) {
    if (push.stopped()) break;
    if (wish.state === 'refused') continue;
    cache.wantedPreferences.markSending(wish.sequence);
    const answer = await connector.setLinkedAccountPreferences(wish.linkedAccountId, asAWhole(push, wish));
    if (!answer.ok && isUndecided(answer.error)) return fail(answer.error);
    if (answer.ok) {
      // first what is true now, then the wish goes: nothing flickers back in between
      if (!push.stopped()) saveLinkedAccounts(push, answer.value);
      cache.wantedPreferences.settle(wish.sequence);
    } else cache.wantedPreferences.markRefused(wish.sequence, answer.error);
    listener.accountsChanged();
  }
  return ok(undefined);
}

/** What was not wished for stays as the portal told it last. */
function asAWhole(
  { cache, accountId }: PreferencePush,
  { linkedAccountId, nickname, isDefault }: WantedPreferences,
): LinkedAccountPreferences {
  const known = cache.accounts.find(accountId)?.linkedAccounts.find(({ id }) => id === linkedAccountId);
  return {
    nickname: nickname === undefined ? (known?.nickname ?? null) : nickname,
    isDefault: isDefault ?? known?.isDefault ?? false,
  };
}
