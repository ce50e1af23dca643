import type { FeedRecord, RecordKind } from '../../../src-shared/portal-api/changes.ts';
import { assertNever } from '../../../src-shared/result.ts';
import { agencyWriter } from '../agencies/agency-writer.ts';
import { accessRequestTable } from '../people/access-request-table.ts';
import { invitationTable } from '../people/invitation-table.ts';
import { peopleWriter } from '../people/people-writer.ts';
import { userTable } from '../people/user-table.ts';
import type { Sqlite, Statements } from '../sqlite.ts';

/** Keeps the records of all kinds. Every call belongs into a transaction of the caller's. */
export interface RecordWriters {
  /** Answers 1 when the record is one of people whose row did not bear the generation's mark before, else 0. */
  put(organization: number, record: FeedRecord, generation: number): 0 | 1;
  remove(organization: number, kind: RecordKind, id: string): void;
  /** Removes what does not bear the generation's mark; `marked` is how many people do. */
  removeOtherGenerations(organization: number, generation: number, marked: number): void;
  removeAll(organization: number): void;
}

export function recordWriters(database: Sqlite, statements: Statements): RecordWriters {
  const users = peopleWriter(database, statements, userTable);
  const invitations = peopleWriter(database, statements, invitationTable);
  const requests = peopleWriter(database, statements, accessRequestTable);
  const people = [users, invitations, requests];
  const agencies = agencyWriter(statements);
  const organizationPut = statements(
    'update organization set version = :version, details = :details where key = :key and version < :version',
  );
  const organizationRemove = statements('update organization set version = 0, details = null where key = :key');
  const amount = statements<{ amount: number | null }>(
    'select sum(amount) as amount from people_count where organization = :organization',
  );

  const removePeople = (organization: number): void => {
    for (const writer of people) writer.removeAll(organization);
  };

  return {
    put(organization, record, generation) {
      switch (record.kind) {
        case 'user':
          return users.put(organization, record.entity, generation) ? 1 : 0;
        case 'invitation':
          return invitations.put(organization, record.entity, generation) ? 1 : 0;
        case 'access-request':
          return requests.put(organization, record.entity, generation) ? 1 : 0;
        case 'billing-agency':
          agencies.put(organization, record.entity, generation);
          return 0;
        case 'organization': {
          const { version } = record.entity;
          organizationPut.run({ key: organization, version, details: JSON.stringify(record.entity) });
          return 0;
        }
        default:
          return assertNever(record);
      }
    },
    remove(organization, kind, id) {
      switch (kind) {
        case 'user':
          users.remove(organization, id);
          break;
        case 'invitation':
          invitations.remove(organization, id);
          break;
        case 'access-request':
          requests.remove(organization, id);
          break;
        case 'billing-agency':
          agencies.remove(organization, id);
          break;
        case 'organization':
          organizationRemove.run({ key: organization });
          break;
        default:
          assertNever(kind);
      }
    },
    removeOtherGenerations(organization, generation, marked) {
      agencies.removeOtherGenerations(organization, generation);
      const kept = amount.get({ organization })?.amount ?? 0;
      // nearly always: looking through all rows for what is not there takes a tenth of a second
      if (kept === marked) return;
      if (marked === 0) removePeople(organization);
      else for (const writer of people) writer.removeOtherGenerations(organization, generation);
    },
    removeAll(organization) {
      removePeople(organization);
      agencies.removeAll(organization);
    },
  };
}
