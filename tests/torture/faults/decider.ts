import type { Intent } from '../../../src-shared/domain/command.ts';
import type { Permission } from '../../../src-shared/domain/permissions.ts';
import type { PendingCommand } from '../../../src-shared/ipc/people.ts';
import type { Cache } from '../../../src-main/cache/cache.ts';
import type { SeededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import { shownInvitations, shownRequests, shownUsers } from './shown-people.ts';

/** An administrator who decides on what their own computer shows. */
export interface Decider {
  /** The next decision for the organization; it counts on those before it. */
  next(): Intent;
  /** Looks at the screens again. */
  look(): void;
}

export interface DeciderSettings {
  readonly cache: Cache;
  readonly organizationId: string;
  /** Users that are nobody's business here. */
  readonly spared: ReadonlySet<string>;
  readonly random: SeededRandom;
}

interface Known {
  readonly id: string;
  status: string;
  isAdministrator: boolean;
}

/** So many users are everybody's favourites: administrators meet there. */
const favourites = 8;
const bundles: readonly (readonly Permission[])[] = [
  ['eligibility'],
  ['eligibility', 'claims-status'],
  ['claims-status', 'remittances'],
  ['eligibility', 'claims-status', 'authorizations', 'manage-users'],
];

export function createDecider({ cache, organizationId, spared, random }: DeciderSettings): Decider {
  const users = new Map<string, Known>();
  const invitations = new Map<string, Known>();
  let requests: string[] = [];
  let everybody: Known[] = [];

  const access = () => ({ role: 'user' as const, permissions: [...random.pick(bundles)] });

  function learn(known: Map<string, Known>, rows: readonly Shown[]): void {
    for (const { id, status, role, pending } of rows) {
      // what was decided here and is on its way counts more than what the portal said before
      if (known.has(id) && pending.some(({ state }) => state !== 'refused')) continue;
      known.set(id, { id, status, isAdministrator: role === 'administrator' });
    }
  }

  function invite(): Intent {
    const subjectId = random.id(new Date());
    invitations.set(subjectId, { id: subjectId, status: 'sending', isAdministrator: false });
    const name = random.chance(0.1) ? `wanted${String(random.between(1, 20))}` : `invited-${subjectId}`;
    const payload = { email: `${name}@example.org`, firstName: 'Ina', lastName: 'Vited', ...access() };
    return { kind: 'invite-user', subjectId, payload };
  }

  function aboutInvitation(): Intent {
    const open = [...invitations.values()].filter(({ status }) => status !== 'cancelled' && status !== 'accepted');
    if (open.length === 0) return invite();
    const invitation = random.pick(open);
    if (random.chance(0.5)) return { kind: 'resend-invitation', subjectId: invitation.id, payload: {} };
    invitation.status = 'cancelled';
    return { kind: 'cancel-invitation', subjectId: invitation.id, payload: {} };
  }

  function aboutRequest(): Intent {
    // those who review begin at the same end of the list
    const place = random.between(0, Math.min(5, requests.length - 1));
    const [subjectId] = requests.splice(place, 1);
    if (subjectId === undefined) return aboutUser();
    return random.chance(0.6)
      ? { kind: 'approve-access-request', subjectId, payload: access() }
      : { kind: 'deny-access-request', subjectId, payload: { reason: 'We do not know you.' } };
  }

  function aboutUser(): Intent {
    const user = random.chance(0.08) ? random.pick(everybody.slice(0, favourites)) : random.pick(everybody);
    const { id: subjectId } = user;
    if (user.status === 'revoked') {
      user.status = 'active';
      return { kind: 'restore-user', subjectId, payload: {} };
    }
    const dice = random.between(1, 100);
    if (dice <= 15) {
      user.status = 'revoked';
      return { kind: 'revoke-user', subjectId, payload: { reason: dice <= 7 ? 'Left the practice' : null } };
    }
    if (dice <= 25 && !user.isAdministrator) {
      user.isAdministrator = true;
      return { kind: 'make-admin', subjectId, payload: {} };
    }
    user.isAdministrator = false;
    return { kind: 'edit-role-and-permissions', subjectId, payload: access() };
  }

  return {
    next() {
      const dice = random.between(1, 100);
      if (dice <= 6) return invite();
      if (dice <= 12) return aboutInvitation();
      return dice <= 20 ? aboutRequest() : aboutUser();
    },
    look() {
      learn(users, shownUsers(cache, organizationId));
      learn(invitations, shownInvitations(cache, organizationId));
      everybody = [...users.values()].filter(({ id, status }) => status !== 'pending' && !spared.has(id));
      requests = shownRequests(cache, organizationId)
        .filter(({ status, pending }) => status === 'pending' && pending.length === 0)
        .map(({ id }) => id);
    },
  };
}

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly role?: string;
  readonly pending: readonly PendingCommand[];
}
