import type { Selectable } from 'kysely';
import { ok, type Result } from '../../../src-shared/result.ts';
import type { Schema } from '../../database/schema.ts';
import { versionConflict, type Decision } from '../commands/decision.ts';
import { toInvitation } from './read-invitation.ts';

/**
 * Whether the decision knew of everything that people did to the invitation. Every change raises the version, also one
 * that the portal makes by itself (delivered, failed, expired); but only what somebody else decided since `baseVersion`
 * is a conflict. So a cancellation that was decided while the email was on its way holds after its delivery. One's own
 * earlier decisions never conflict: a device counts its waiting commands into `baseVersion` and cannot count what the
 * portal did in between. Whether the step is still legal is checked apart, on the status as it is.
 */
export function checkInvitationVersion(decision: Decision, invitation: Selectable<Schema['invitation']>): Result<null> {
  const { baseVersion } = decision.command;
  const ownDecision = invitation.decided_by === decision.actor.accountId;
  const knowsDecisions = ownDecision || baseVersion >= invitation.decision_version;
  return knowsDecisions && baseVersion <= invitation.version ? ok(null) : versionConflict(toInvitation(invitation));
}
