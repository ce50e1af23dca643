import { invitationLifeMs, type Invitation } from '../../../src-shared/domain/invitation.ts';
import { matchesTerms, searchableWords } from '../fold-text.ts';
import type { Statements } from '../sqlite.ts';
import { toEntry, type OutboxRow } from './outbox-row.ts';

export interface NewInvitation {
  readonly sequence: number;
  readonly invitation: Invitation;
}

/** Invitations in the outbox that the portal has not told of yet and that match the terms, each once, newest first. */
export type NewInvitations = (organizationId: string, terms: readonly string[]) => NewInvitation[];

type Row = OutboxRow & { readonly inviter: string | null };

export function newInvitations(statements: Statements): NewInvitations {
  const unknown = statements<Row>(
    `select outbox.*, (account.details ->> 'firstName') || ' ' || (account.details ->> 'lastName') as inviter
     from outbox left join account on account.id = outbox.account_id
     where outbox.organization_id = :organization and outbox.kind = 'invite-user' and not exists (
       select 1 from organization join invitation on invitation.organization = organization.key
       where organization.id = :organization and invitation.id = outbox.subject_id
     ) and not exists (
       select 1 from outbox later where later.organization_id = outbox.organization_id
         and later.subject_id = outbox.subject_id and later.kind = outbox.kind and later.sequence > outbox.sequence
     ) order by outbox.sequence desc`,
  );
  return (organization, terms) =>
    unknown
      .all({ organization })
      .map((row) => ({ sequence: row.sequence, invitation: toInvitation(row) }))
      .filter(({ invitation: { firstName, lastName, email } }) =>
        matchesTerms(searchableWords([firstName, lastName, email]), terms),
      );
}

/** As it will be once the portal has it: version 0 and status `sending` until then. */
function toInvitation(row: Row): Invitation {
  const { command } = toEntry(row);
  const { intent, decidedAt, organizationId } = command;
  if (intent.kind !== 'invite-user') throw new Error(`Command ${command.id} invites nobody`);
  return {
    ...intent.payload,
    id: intent.subjectId,
    organizationId,
    version: 0,
    status: 'sending',
    failure: null,
    failureDetail: null,
    invitedBy: row.inviter ?? '',
    createdAt: decidedAt,
    expiresAt: new Date(Date.parse(decidedAt) + invitationLifeMs).toISOString(),
    changedBy: null,
    changedAt: decidedAt,
  };
}
