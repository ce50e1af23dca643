import type { Command } from '../../../src-shared/domain/command.ts';
import { isLegal, userTransitions, accessRequestTransitions } from '../../../src-shared/domain/statuses.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { invitation, moment } from '../../src-main/cache/records.ts';

const changedAt = moment(600);
const changedBy = 'Anna Berg';

type Effect = { readonly record: FeedRecord } | { readonly error: DeskError };

/** What a portal makes of a command, given the subject as it is: the subject as it is then, or the reason why not. */
export function effectOf(subject: FeedRecord | undefined, { intent, baseVersion, organizationId }: Command): Effect {
  if (intent.kind === 'invite-user') {
    if (subject !== undefined) return { error: { code: 'already_invited' } };
    const entity = invitation(1, { ...intent.payload, id: intent.subjectId, organizationId });
    return { record: { kind: 'invitation', entity } };
  }
  if (subject === undefined) return { error: { code: 'not_found' } };
  if (subject.entity.version !== baseVersion) {
    const currentStatus = 'status' in subject.entity ? subject.entity.status : '';
    return { error: { code: 'version_conflict', changedBy: 'Bo Lund', changedAt, currentStatus } };
  }
  const changed = changedSubject(subject, intent);
  return changed === null ? { error: { code: 'illegal_transition' } } : { record: changed };
}

function changedSubject(subject: FeedRecord, intent: Command['intent']): FeedRecord | null {
  const version = subject.entity.version + 1;
  const noted = { version, changedBy, changedAt };
  if (subject.kind === 'user') {
    const entity = { ...subject.entity, ...noted };
    if (intent.kind === 'make-admin') return { kind: 'user', entity: { ...entity, role: 'administrator' } };
    const status = intent.kind === 'revoke-user' ? 'revoked' : 'active';
    return isLegal(userTransitions, entity.status, status) ? { kind: 'user', entity: { ...entity, status } } : null;
  }
  if (subject.kind === 'invitation') {
    return subject.entity.status === 'sent'
      ? { kind: 'invitation', entity: { ...subject.entity, ...noted, status: 'cancelled' } }
      : null;
  }
  if (subject.kind !== 'access-request' || !isLegal(accessRequestTransitions, subject.entity.status, 'denied')) {
    return null;
  }
  return {
    kind: 'access-request',
    entity: { ...subject.entity, ...noted, status: 'denied', reason: 'Not known here' },
  };
}
