import { deskErrorSchema } from '../../../src-shared/errors.ts';
import type { WantedPreferences } from '../../../src-shared/ipc/wanted-preferences.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { WantedPreferenceRepository } from '../cache.ts';
import { storageFailure } from '../storage-failure.ts';
import type { Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';

interface Row {
  readonly sequence: number;
  readonly linked_account_id: string;
  readonly organization_name: string;
  readonly decided_at: string;
  readonly nickname_wanted: 0 | 1;
  readonly nickname: string | null;
  readonly is_default: 0 | 1 | null;
  readonly may_have_been_sent: 0 | 1;
  readonly error: string | null;
}

/** One wish for each linked account, in the order in which they were given. */
export function wantedPreferenceRepository(
  statements: Statements,
  transactions: Transactions,
): WantedPreferenceRepository {
  const ofAccount = statements<Row>('select * from wanted_preferences where account_id = :account order by sequence');
  const one = statements<Row>(
    'select * from wanted_preferences where account_id = :account and linked_account_id = :linked',
  );
  const remove = statements('delete from wanted_preferences where sequence = :sequence');
  const insert = statements(
    `insert into wanted_preferences (account_id, linked_account_id, organization_name, decided_at, nickname_wanted,
       nickname, is_default, may_have_been_sent)
     values (:account, :linked, :name, :decidedAt, :named, :nickname, :isDefault, :sent)`,
  );
  const noLongerDefault = statements(
    `update wanted_preferences set is_default = null
     where account_id = :account and linked_account_id <> :linked and is_default = 1 and error is null`,
  );
  const removeEmpty = statements(
    `delete from wanted_preferences
     where account_id = :account and nickname_wanted = 0 and is_default is null and may_have_been_sent = 0`,
  );
  const send = statements('update wanted_preferences set may_have_been_sent = 1 where sequence = :sequence');
  const refuse = statements('update wanted_preferences set error = :error where sequence = :sequence');

  return {
    list(accountId) {
      return ofAccount.all({ account: accountId }).map(toWanted);
    },
    keep(accountId, { linkedAccountId, organizationName, decidedAt, nickname, isDefault }) {
      try {
        transactions.durable(() => {
          const account = accountId;
          const linked = linkedAccountId;
          const before = one.get({ account, linked });
          // what was refused is given up with the new wish
          const waiting = before?.error === null ? before : undefined;
          if (before !== undefined) remove.run({ sequence: before.sequence });
          const isNamed = nickname !== undefined || waiting?.nickname_wanted === 1;
          insert.run({
            account,
            linked,
            name: organizationName,
            decidedAt,
            named: isNamed ? 1 : 0,
            nickname: nickname === undefined ? (waiting?.nickname ?? null) : nickname,
            isDefault: isDefault === undefined ? (waiting?.is_default ?? null) : Number(isDefault),
            sent: waiting?.may_have_been_sent ?? 0,
          });
          if (isDefault !== true) return;
          noLongerDefault.run({ account, linked });
          removeEmpty.run({ account });
        });
        return ok(undefined);
      } catch (error) {
        const failure = storageFailure(error);
        if (failure === null) throw error;
        return fail(failure);
      }
    },
    markSending(sequence) {
      // durable: what has left must never look as if it could still be taken back
      transactions.durable(() => send.run({ sequence }));
    },
    markRefused(sequence, error) {
      transactions.repeatable(() => refuse.run({ sequence, error: JSON.stringify(error) }));
    },
    settle(sequence) {
      transactions.repeatable(() => remove.run({ sequence }));
    },
    forget(accountId, linkedAccountId) {
      return transactions.durable((): Result<void> => {
        const row = one.get({ account: accountId, linked: linkedAccountId });
        if (row === undefined) return fail({ code: 'not_found' });
        if (row.error === null && row.may_have_been_sent === 1) return fail({ code: 'command_in_flight' });
        remove.run({ sequence: row.sequence });
        return ok(undefined);
      });
    },
  };
}

const toWanted = (row: Row): WantedPreferences => ({
  sequence: row.sequence,
  linkedAccountId: row.linked_account_id,
  organizationName: row.organization_name,
  decidedAt: row.decided_at,
  ...(row.nickname_wanted === 1 ? { nickname: row.nickname } : {}),
  ...(row.is_default === null ? {} : { isDefault: row.is_default === 1 }),
  state: stateOf(row),
  error: row.error === null ? null : deskErrorSchema.parse(JSON.parse(row.error)),
});

function stateOf(row: Row): WantedPreferences['state'] {
  if (row.error !== null) return 'refused';
  return row.may_have_been_sent === 1 ? 'sending' : 'waiting';
}
