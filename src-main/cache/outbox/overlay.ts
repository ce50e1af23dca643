import type { PendingCommand } from '../../../src-shared/ipc/people.ts';
import type { Statements } from '../sqlite.ts';
import { toPending, type OutboxRow } from './outbox-row.ts';

/** Answers, for any of the subjects that were asked about, the commands that lie over it, oldest first. */
export type Overlay = (
  organizationId: string,
  subjectIds: readonly string[],
) => (subjectId: string) => PendingCommand[];

export function overlay(statements: Statements): Overlay {
  const ofSubjects = statements<OutboxRow>(
    `select outbox.* from json_each(:subjects) as wanted
     cross join outbox on outbox.organization_id = :organization and outbox.subject_id = wanted.value
     order by outbox.sequence`,
  );
  return (organization, subjectIds) => {
    const pending = new Map<string, PendingCommand[]>();
    for (const row of ofSubjects.all({ organization, subjects: JSON.stringify(subjectIds) })) {
      pending.set(row.subject_id, [...(pending.get(row.subject_id) ?? []), toPending(row)]);
    }
    return (subjectId) => pending.get(subjectId) ?? [];
  };
}
