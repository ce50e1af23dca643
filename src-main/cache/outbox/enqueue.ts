import { subjectKindOf, type Command } from '../../../src-shared/domain/command.ts';
import { listedAgencyName } from '../agencies/listed-agency-name.ts';
import type { Statements } from '../sqlite.ts';
import { subjectFinder } from './subjects.ts';

/** A command about somebody whom this computer does not know. Undoes the transaction that it is thrown in. */
export class UnknownSubject extends Error {
  override readonly name = 'UnknownSubject';
}

/** Adds one command at the end of the outbox. Belongs into a transaction of the caller's; may throw `UnknownSubject`. */
export type Enqueue = (accountId: string, organizationId: string, command: Omit<Command, 'baseVersion'>) => void;

export function enqueuer(statements: Statements): Enqueue {
  const findSubject = subjectFinder(statements);
  const nameOfListed = listedAgencyName(statements);
  const lastOfSubject = statements<{ base_version: number }>(
    `select base_version from outbox
     where organization_id = :organization and subject_id = :subject and state <> 'refused'
     order by sequence desc limit 1`,
  );
  const insert = statements(
    `insert into outbox (id, account_id, organization_id, subject_id, subject_name, kind, base_version, decided_at, intent, state, held)
     values (:id, :account, :organization, :subject, :name, :kind, :base, :decidedAt, :intent, 'waiting',
       exists (select 1 from account where account.id = :account and mode = 'guided'))`,
  );

  const aim = (
    account: string,
    organization: string,
    { intent }: Pick<Command, 'intent'>,
  ): { base: number; name: string } => {
    if (intent.kind === 'invite-user') return { base: 0, name: intent.payload.email };
    const subject = findSubject(organization, subjectKindOf[intent.kind], intent.subjectId);
    if (subject === null && intent.kind === 'add-billing-agency') {
      const name = nameOfListed(account, intent.payload.agencyId);
      if (name !== null) return { base: 0, name };
    }
    if (subject === null) throw new UnknownSubject(`Nothing is known of ${intent.subjectId}`);
    const before = lastOfSubject.get({ organization, subject: intent.subjectId });
    // the row may be ahead: what an unanswered command did, the feed has perhaps brought already
    const base = before === undefined ? subject.version : Math.max(subject.version, before.base_version + 1);
    return { base, name: subject.name };
  };

  return (account, organization, command) => {
    if (command.organizationId !== organization) throw new Error(`Command ${command.id} is not of this organization`);
    const { id, decidedAt, intent } = command;
    const { base, name } = aim(account, organization, command);
    insert.run({
      id,
      account,
      organization,
      subject: intent.subjectId,
      name,
      kind: intent.kind,
      base,
      decidedAt,
      intent: JSON.stringify(intent),
    });
  };
}
