import { v7 } from 'uuid';
import type { Command, Intent } from '../../../src-shared/domain/command.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';
import type { SeededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import type { DeskPeople } from './practice.ts';

interface KnownUser {
  readonly id: string;
  version: number;
  isActive: boolean;
  isAdministrator: boolean;
}

/** What one administrator decides next, on what they know of the people. */
export interface Decider {
  next(): Pick<Command, 'intent' | 'baseVersion'>;
  /** What came of the decision that was made last. */
  learn(outcome: Outcome): void;
}

const unknownUser = (id: string): KnownUser => ({ id, version: 1, isActive: true, isAdministrator: false });

export function createDecider(random: SeededRandom, people: DeskPeople, name: string): Decider {
  const own = people.ownUserIds.map(unknownUser);
  const shared = people.sharedUserIds.map(unknownUser);
  const requestIds = [...people.requestIds];
  let invited = 0;
  let last: { readonly user: KnownUser; readonly kind: Intent['kind'] } | null = null;

  function invite(): Intent {
    invited += 1;
    const person = { email: `${name}-${invited}@example.test`, firstName: 'Ina', lastName: 'Vited' };
    const access = { role: 'user', permissions: ['eligibility'] } as const;
    return {
      kind: 'invite-user',
      subjectId: v7(),
      payload: { ...person, role: access.role, permissions: ['eligibility'] },
    };
  }

  const decideRequest = (subjectId: string): Intent =>
    random.chance(0.5)
      ? { kind: 'deny-access-request', subjectId, payload: { reason: 'We do not know you.' } }
      : { kind: 'approve-access-request', subjectId, payload: { role: 'user', permissions: ['eligibility'] } };

  function change({ id: subjectId, isActive, isAdministrator }: KnownUser): Intent {
    if (!isActive) return { kind: 'restore-user', subjectId, payload: {} };
    if (random.chance(0.4)) return { kind: 'revoke-user', subjectId, payload: { reason: null } };
    if (!isAdministrator && random.chance(0.5)) return { kind: 'make-admin', subjectId, payload: {} };
    return {
      kind: 'edit-role-and-permissions',
      subjectId,
      payload: { role: 'user', permissions: random.chance(0.5) ? ['eligibility'] : ['eligibility', 'claims-status'] },
    };
  }

  return {
    next() {
      last = null;
      if (random.chance(0.3)) return { intent: invite(), baseVersion: 0 };
      const requestId = random.chance(0.2) ? requestIds.pop() : undefined;
      if (requestId !== undefined) return { intent: decideRequest(requestId), baseVersion: 1 };
      const user = random.pick(random.chance(0.2) ? shared : own);
      const intent = change(user);
      last = { user, kind: intent.kind };
      return { intent, baseVersion: user.version };
    },
    learn(outcome) {
      if (last === null) return;
      const { user, kind } = last;
      if (outcome.status === 'applied') {
        user.version = outcome.version;
        user.isActive = kind !== 'revoke-user';
        if (kind === 'make-admin') user.isAdministrator = true;
        if (kind === 'edit-role-and-permissions') user.isAdministrator = false;
      } else {
        // somebody else was here: the next decision is made on a newer state, as after a pull
        user.version += 1;
        user.isActive = outcome.error.currentStatus !== 'revoked';
      }
    },
  };
}
