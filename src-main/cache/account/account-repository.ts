import { accountSchema } from '../../../src-shared/domain/account.ts';
import type { AccountRepository, CachedAccount } from '../cache.ts';
import { parsedJson } from '../parsed-json.ts';
import type { Sqlite, Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';
import { organizationForgetter } from './forget-organizations.ts';
import { linkedAccountList } from './linked-account-list.ts';

interface AccountRow {
  readonly id: string;
  readonly mode: CachedAccount['mode'];
  readonly portal_url: string;
  readonly state: CachedAccount['state'];
  readonly active_linked_account_id: string | null;
  readonly told_at: string | null;
  readonly details: string;
}

/** Accounts in the order in which they were added. */
export function accountRepository(
  database: Sqlite,
  statements: Statements,
  transactions: Transactions,
): AccountRepository {
  const linkedAccounts = linkedAccountList(statements);
  const readAccount = parsedJson(accountSchema);
  const forgetUnlinked = organizationForgetter(database, statements);
  const all = statements<AccountRow>('select * from account order by rowid');
  const byId = statements<AccountRow>('select * from account where id = :id');
  const upsert = statements(
    `insert into account (id, portal_url, state, mode, details) values (:id, :portalUrl, 'signed-in', :mode, :details)
     on conflict (id) do update set portal_url = excluded.portal_url, details = excluded.details`,
  );
  const setState = statements('update account set state = :state where id = :id');
  const unlink = statements('delete from linked_account where account_id = :id');
  const link = statements(
    `insert into linked_account (account_id, id, place, organization_id, details)
     values (:account, :id, :place, :organization, :details)`,
  );
  const activate = statements(
    `update account set active_linked_account_id = :linked
     where id = :id and exists (select 1 from linked_account where account_id = :id and id = :linked)`,
  );
  const deactivate = statements('update account set active_linked_account_id = null where id = :id');
  const told = statements('update account set told_at = :at where id = :id');
  const removeCommands = statements('delete from outbox where account_id = :id');
  const removePreference = statements(
    `delete from preference where (name = 'active-account' and value = :id) or name = 'dismissed-notices:' || :id`,
  );
  const remove = statements('delete from account where id = :id');

  const toAccount = (row: AccountRow): CachedAccount => ({
    account: readAccount(row.details),
    mode: row.mode,
    portalUrl: row.portal_url,
    state: row.state,
    linkedAccounts: linkedAccounts(row.id),
    activeLinkedAccountId: row.active_linked_account_id,
    toldAt: row.told_at,
  });

  return {
    list() {
      return all.all({}).map(toAccount);
    },
    find(id) {
      const row = byId.get({ id });
      return row === undefined ? null : toAccount(row);
    },
    save(account, portalUrl, mode = 'service') {
      const { id } = account;
      transactions.durable(() => upsert.run({ id, portalUrl, mode, details: JSON.stringify(account) }));
    },
    setState(id, state) {
      transactions.durable(() => setState.run({ id, state }));
    },
    saveLinkedAccounts(id, list) {
      transactions.durable(() => {
        const active = byId.get({ id })?.active_linked_account_id ?? null;
        unlink.run({ id });
        for (const [place, linked] of list.entries()) {
          const details = JSON.stringify(linked);
          link.run({ account: id, id: linked.id, place, organization: linked.organization.id, details });
        }
        if (list.some((linked) => linked.id === active)) return;
        const open = list.filter(({ status }) => status === 'active');
        const next = open.find(({ isDefault }) => isDefault) ?? open[0];
        if (next === undefined) deactivate.run({ id });
        else activate.run({ id, linked: next.id });
      });
    },
    setActiveLinkedAccount(id, linked) {
      transactions.durable(() => activate.run({ id, linked }));
    },
    markTold(id, at) {
      transactions.repeatable(() => told.run({ id, at }));
    },
    remove(id) {
      transactions.durable(() => {
        removeCommands.run({ id });
        removePreference.run({ id });
        remove.run({ id });
        forgetUnlinked();
      });
    },
  };
}
