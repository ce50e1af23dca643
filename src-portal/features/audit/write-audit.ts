import type { DatabaseTransaction, PortalContext } from '../../context.ts';

/** Who did what to whom. `before` and `after` are what the feed showed, so an auditor can compare the two. */
export interface AuditEntry {
  readonly organizationId: string | null;
  /** Null for the portal itself. */
  readonly accountId: string | null;
  readonly actor: string;
  readonly commandId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before: object | null;
  readonly after: object | null;
}

/** Keeps the entry in the transaction of the effect: neither exists without the other. */
export async function writeAudit(
  transaction: DatabaseTransaction,
  context: PortalContext,
  entry: AuditEntry,
): Promise<void> {
  await transaction
    .insertInto('audit')
    .values({
      id: context.chance.newId(),
      organization_id: entry.organizationId,
      account_id: entry.accountId,
      actor: entry.actor,
      command_id: entry.commandId,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      before: entry.before === null ? null : JSON.stringify(entry.before),
      after: entry.after === null ? null : JSON.stringify(entry.after),
      at: context.chance.now(),
    })
    .execute();
}
