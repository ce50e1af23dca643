import type { DeskError } from '../../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { OutboxRepository } from '../cache.ts';
import type { Statements } from '../sqlite.ts';
import { storageFailure } from '../storage-failure.ts';
import type { Transactions } from '../transactions.ts';
import { dependantFinder } from './dependants.ts';
import { enqueuer, UnknownSubject } from './enqueue.ts';
import { toEntry, toItem, type OutboxRow } from './outbox-row.ts';
import { presentFinder } from './present.ts';
import { taker } from './take-back.ts';

/** Commands in order of their sequence numbers, which are never used twice. A call about a command that is gone does nothing. */
export function outboxRepository(statements: Statements, transactions: Transactions): OutboxRepository {
  const enqueue = enqueuer(statements);
  const takeBack = taker(statements);
  const dependants = dependantFinder(statements);
  const present = presentFinder(statements);
  const byId = statements<OutboxRow>('select * from outbox where id = :id');
  const first = statements<OutboxRow>(
    `select * from outbox where account_id = :account and organization_id = :organization and state in ('waiting', 'sending')
     and held = 0 order by sequence limit 1`,
  );
  const ofOrganization = statements<OutboxRow>(
    `select * from outbox where organization_id = :organization and state <> 'acknowledged' order by sequence`,
  );
  const ofAccount = statements<OutboxRow>(
    `select * from outbox where account_id = :account and state <> 'acknowledged' order by sequence`,
  );
  const perState = statements<{ state: OutboxRow['state']; amount: number }>(
    'select state, count(*) as amount from outbox where account_id = :account group by state',
  );
  const organizations = statements<{ id: string }>(
    `select organization_id as id from outbox where account_id = :account and state in ('waiting', 'sending') and held = 0
     group by organization_id order by min(sequence)`,
  );
  const send = statements(`update outbox set state = 'sending', may_have_been_sent = 1 where id = :id`);
  const wait = statements(`update outbox set state = 'waiting' where id = :id and state = 'sending'`);
  const acknowledge = statements(
    `update outbox set state = 'acknowledged', position = :position, error = null where id = :id`,
  );
  const refuse = statements(`update outbox set state = 'refused', error = :error where id = :id`);
  const remove = statements('delete from outbox where id = :id');
  const reached = statements<{ position: number | null }>(
    `select organization.position from outbox join organization on organization.id = outbox.organization_id
     where outbox.id = :id`,
  );

  return {
    enqueue(accountId, organizationId, commands) {
      try {
        transactions.durable(() => {
          for (const command of commands) enqueue(accountId, organizationId, command);
        });
        return ok(undefined);
      } catch (error) {
        if (error instanceof UnknownSubject) return fail({ code: 'not_found' });
        const failure = storageFailure(error);
        if (failure === null) throw error;
        return fail(failure);
      }
    },
    next(accountId, organizationId) {
      const row = first.get({ account: accountId, organization: organizationId });
      return row === undefined ? null : toEntry(row);
    },
    find(id) {
      const row = byId.get({ id });
      return row === undefined ? null : toEntry(row);
    },
    markSending(id) {
      // durable: a command that has left must never look as if it could still be taken back
      transactions.durable(() => send.run({ id }));
    },
    markWaiting(id) {
      transactions.repeatable(() => wait.run({ id }));
    },
    markApplied(id, position) {
      transactions.repeatable(() => {
        const fed = reached.get({ id })?.position ?? null;
        if (fed !== null && fed >= position) remove.run({ id });
        else acknowledge.run({ id, position });
      });
    },
    markRefused(id, error: DeskError) {
      transactions.repeatable(() => {
        const row = byId.get({ id });
        if (row === undefined) return;
        refuse.run({ id, error: JSON.stringify(error) });
        const counted: DeskError = { code: 'earlier_refused' };
        for (const later of dependants(row)) refuse.run({ id: later.id, error: JSON.stringify(counted) });
      });
    },
    list(organizationId) {
      return ofOrganization.all({ organization: organizationId }).map(toItem);
    },
    ofAccount(accountId) {
      return ofAccount
        .all({ account: accountId })
        .map((row) => (row.state === 'refused' ? { ...toItem(row), present: present(row) } : toItem(row)));
    },
    counts(accountId) {
      const amounts = new Map(perState.all({ account: accountId }).map(({ state, amount }) => [state, amount]));
      return {
        waiting: (amounts.get('waiting') ?? 0) + (amounts.get('sending') ?? 0),
        needsAttention: amounts.get('refused') ?? 0,
      };
    },
    organizationsToSend(accountId) {
      return organizations.all({ account: accountId }).map(({ id }) => id);
    },
    undo(id) {
      return transactions.durable((): Result<{ organizationId: string }> => {
        const row = byId.get({ id });
        if (row === undefined) return fail({ code: 'not_found' });
        if (row.state !== 'waiting' || row.may_have_been_sent === 1) return fail({ code: 'command_in_flight' });
        takeBack(row);
        return ok({ organizationId: row.organization_id });
      });
    },
    dismiss(id) {
      return transactions.durable((): Result<{ organizationId: string }> => {
        const row = byId.get({ id });
        if (row === undefined) return fail({ code: 'not_found' });
        if (row.state !== 'refused') return fail({ code: 'command_in_flight' });
        remove.run({ id });
        return ok({ organizationId: row.organization_id });
      });
    },
  };
}
