import { linkedAccountSchema } from '../../../src-shared/domain/organization.ts';
import { userSchema } from '../../../src-shared/domain/user.ts';
import { recordSchema, type FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { outcomeSchema, type Outcome } from '../../../src-shared/portal-api/commands.ts';
import type { Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';
import type { GuidedBooks } from './guided-books.ts';
import { guidedFeed } from './guided-feed.ts';
import { guidedRecords } from './guided-records.ts';

interface PersonRow {
  readonly kind: string;
  readonly id: string;
  readonly details: string;
}

export function guidedRepository(statements: Statements, transactions: Transactions): GuidedBooks {
  const feed = guidedFeed(statements);
  const { enter, records, deadlines } = guidedRecords(statements);
  const keeper = statements<{ account_id: string }>('select account_id from guided_organization where id = :id');
  const linked = statements<{ details: string }>(
    'select details from guided_organization where account_id = :account order by rowid',
  );
  const link = statements(
    `insert into guided_organization (id, account_id, linked_id, details) values (:id, :account, :linked, :details)`,
  );
  const relink = statements(
    'update guided_organization set details = :details where account_id = :account and linked_id = :linked',
  );
  const page = statements<PersonRow>(
    `select kind, id, details from guided_person where organization_id = :organization and (kind, id) > (:kind, :id)
     order by kind, id limit :limit`,
  );
  const amount = statements<{ amount: number }>(
    'select count(*) as amount from guided_person where organization_id = :organization',
  );
  const one = statements<PersonRow>(
    'select kind, id, details from guided_person where organization_id = :organization and kind = :kind and id = :id',
  );
  const byEmail = statements<{ details: string }>(
    `select details from guided_person where organization_id = :organization and kind = 'user' and email = :email`,
  );
  const outcomeOf = statements<{ outcome: string }>('select outcome from guided_outcome where command_id = :id');
  const decide = statements(
    'insert into guided_outcome (command_id, organization_id, outcome) values (:id, :organization, :outcome)',
  );
  // from here on it cannot be taken back: the records say what came of it
  const release = statements('update outbox set held = 0, may_have_been_sent = 1 where id = :id');

  const toRecord = ({ kind, details }: PersonRow): FeedRecord =>
    recordSchema.parse({ kind, entity: JSON.parse(details) as unknown });

  return {
    accountOf: (id) => keeper.get({ id })?.account_id ?? null,
    linkedAccounts: (account) =>
      linked.all({ account }).map(({ details }) => linkedAccountSchema.parse(JSON.parse(details))),
    addOrganization(account, added, people, entry) {
      transactions.durable(() => {
        const { id } = added.organization;
        link.run({ id, account, linked: added.id, details: JSON.stringify(added) });
        feed.append(id, [{ kind: 'organization', entity: added.organization }, ...people]);
        enter(account, entry);
      });
    },
    changeLinked(account, changed, entry) {
      transactions.durable(() => {
        for (const each of changed) relink.run({ account, linked: each.id, details: JSON.stringify(each) });
        if (entry === null) return;
        feed.append(entry.organizationId, entry.people);
        enter(account, entry);
      });
    },
    snapshot(organization, after, limit) {
      const position = feed.position(organization);
      if (position === null) return null;
      const [kind = '', id = ''] = after?.split(' ') ?? [];
      const rows = page.all({ organization, kind, id, limit });
      const last = rows.at(-1);
      const isFull = rows.length === limit && last !== undefined;
      return {
        records: rows.map(toRecord),
        next: isFull ? `${last.kind} ${last.id}` : null,
        position,
        total: amount.get({ organization })?.amount ?? 0,
      };
    },
    changes: feed.changes,
    find(organization, kind, id) {
      const row = one.get({ organization, kind, id });
      return row === undefined ? null : toRecord(row);
    },
    userByEmail(organization, email) {
      const row = byEmail.get({ organization, email });
      return row === undefined ? null : userSchema.parse(JSON.parse(row.details));
    },
    put: (organization, put) => transactions.durable(() => feed.append(organization, put)),
    outcome(id) {
      const row = outcomeOf.get({ id });
      return row === undefined ? null : outcomeSchema.parse(JSON.parse(row.outcome));
    },
    settle: ({ commandId, organizationId, records: put, refusal, record }) =>
      transactions.durable(() => {
        if (outcomeOf.get({ id: commandId }) !== undefined) return false;
        const position = feed.append(organizationId, put);
        const version = put[0]?.entity.version ?? 0;
        const outcome: Outcome =
          refusal === null
            ? { status: 'applied', commandId, version, position }
            : { status: 'refused', commandId, error: refusal };
        decide.run({ id: commandId, organization: organizationId, outcome: JSON.stringify(outcome) });
        release.run({ id: commandId });
        enter(record.accountId, { record, deadlines: [] });
        return true;
      }),
    records,
    enter(account, entry) {
      transactions.durable(() => {
        enter(account, entry);
      });
    },
    deadlines,
  };
}
