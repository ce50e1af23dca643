import type { Command, Intent } from '../../../src-shared/domain/command.ts';
import { mayAct, type Access, type PeopleAction } from '../../../src-shared/domain/permissions.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import type { FeedRecord, RecordKind } from '../../../src-shared/portal-api/changes.ts';
import type { PortalDefinition, Wait } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { appendChange, appendDeletion } from '../changes/append-change.ts';
import { waitsOf } from '../linked-accounts/waits-of.ts';

/** The member who decided, as this moment finds them. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly access: Access;
  /** The waits run from here (D2); null where there are none. */
  readonly activatedAt: Date | null;
}

/** One command being carried out: the organization's row is locked, nothing else moves in it meanwhile. */
export interface Decision {
  readonly context: PortalContext;
  readonly transaction: DatabaseTransaction;
  readonly portal: PortalDefinition;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly actor: Actor;
  readonly command: Command;
  /** The service's own time; the device's is only kept. */
  readonly at: Date;
}

export type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

/** What an applied command answers: the subject's version, and the last feed position that belongs to it. */
export interface Effect {
  readonly version: number;
  readonly position: number;
}

/** Carries out one kind of command. A refusal is answered before anything is written. */
export type CarryOut<Kind extends Intent['kind']> = (
  decision: Decision,
  intent: IntentOf<Kind>,
) => Promise<Result<Effect>>;

/** An entity that a command is about, as far as conflicts are concerned. */
export interface Subject {
  readonly version: number;
  readonly status: string;
  readonly changedBy: string | null;
  readonly changedAt: string;
}

const refuse = (code: DeskError['code'], subject: Subject): Result<never> =>
  fail({ code, changedBy: subject.changedBy, changedAt: subject.changedAt, currentStatus: subject.status });

export const versionConflict = (subject: Subject): Result<never> => refuse('version_conflict', subject);
export const illegalTransition = (subject: Subject): Result<never> => refuse('illegal_transition', subject);

/** Refuses a decision that was made on another state of the subject than the present one. */
export const checkVersion = (decision: Decision, subject: Subject): Result<null> =>
  decision.command.baseVersion === subject.version ? ok(null) : versionConflict(subject);

export const checkPermission = (
  decision: Decision,
  action: PeopleAction,
  subject?: Access,
  granted?: Access,
): Result<null> =>
  mayAct(decision.actor.access, action, subject, granted) ? ok(null) : fail({ code: 'not_permitted' });

/** `too_early` while the actor's own association is too young for this (D2); `retryAfterMs` says for how long. */
export function checkWait({ actor, portal, at }: Decision, id: Wait['id']): Result<null> {
  const wait = waitsOf(portal, actor.activatedAt, at).find((running) => running.id === id);
  if (wait === undefined) return ok(null);
  return fail({ code: 'too_early', retryAfterMs: wait.until.getTime() - at.getTime() });
}

/** What a carried-out command leaves behind. */
export interface Trace {
  readonly before: object | null;
  /** The command's subject as it is now. */
  readonly subject: Exclude<FeedRecord, { kind: 'organization' }>;
  /** The words that were given with the decision, as they are stored. */
  readonly reason?: string | null;
  readonly alsoChanged?: readonly FeedRecord[];
  readonly removed?: { readonly kind: RecordKind; readonly id: string };
}

/** Writes the audit row and the feed's changes of an effect. */
export async function leaveTrace(decision: Decision, trace: Trace): Promise<Effect> {
  const { transaction, context, organizationId, actor, command } = decision;
  const { kind, entity } = trace.subject;
  await writeAudit(transaction, context, {
    organizationId,
    accountId: actor.accountId,
    actor: actor.name,
    commandId: command.id,
    action: command.intent.kind,
    subjectKind: kind,
    subjectId: entity.id,
    before: trace.before,
    after: trace.reason === undefined ? entity : { ...entity, reason: trace.reason },
  });
  let position = await appendChange(transaction, context, organizationId, trace.subject);
  for (const record of trace.alsoChanged ?? []) {
    position = await appendChange(transaction, context, organizationId, record);
  }
  if (trace.removed !== undefined) {
    position = await appendDeletion(transaction, context, organizationId, trace.removed.kind, trace.removed.id);
  }
  return { version: entity.version, position };
}
