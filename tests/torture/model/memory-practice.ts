import type { AccessRequest } from '../../../src-shared/domain/access-request.ts';
import type { BillingAgency, ListedAgency } from '../../../src-shared/domain/billing-agency.ts';
import type { Invitation } from '../../../src-shared/domain/invitation.ts';
import type { Organization } from '../../../src-shared/domain/organization.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import { recordKinds, type Change, type FeedRecord } from '../../../src-shared/portal-api/changes.ts';

/** Somebody's membership, with what the user table does not show. */
export interface Member {
  readonly accountId: string;
  readonly name: string;
  user: User;
  /** A denied request leaves a member whom nobody sees. */
  isDenied: boolean;
  reason: string | null;
  /** Positions before it take a fresh snapshot: seen with other rights. */
  floor: number;
}

/** An invitation, and which of its versions was a person's decision, and whose. */
export interface KeptInvitation {
  invitation: Invitation;
  decidedBy: string | null;
  decisionVersion: number;
}

/** Everything that a portal holds of one organization. */
export interface Practice {
  readonly organization: Organization;
  readonly members: Map<string, Member>;
  readonly requests: Map<string, { request: AccessRequest; userId: string }>;
  readonly invitations: Map<string, KeptInvitation>;
  readonly places: Map<string, BillingAgency>;
  readonly directory: readonly ListedAgency[];
  /** All of it, also what is no longer served: place n has position n + 1. */
  readonly changes: Change[];
  floor: number;
}

export const emptyPractice = (organization: Organization, directory: readonly ListedAgency[]): Practice => ({
  organization,
  members: new Map(),
  requests: new Map(),
  invitations: new Map(),
  places: new Map(),
  directory,
  changes: [],
  floor: 0,
});

/** Puts the change at the end of the feed, and answers its position. */
export function append(practice: Practice, change: Change['change']): number {
  const position = practice.changes.length + 1;
  practice.changes.push({ position, change });
  return position;
}

const byId = (one: FeedRecord, other: FeedRecord): number => (one.entity.id < other.entity.id ? -1 : 1);

/** What somebody who sees the people is shown, by kind and id. */
export function recordsOf(practice: Practice): FeedRecord[] {
  const users = [...practice.members.values()].filter(({ isDenied }) => !isDenied);
  const all: FeedRecord[] = [
    { kind: 'organization', entity: practice.organization },
    ...users.map(({ user }): FeedRecord => ({ kind: 'user', entity: user })),
    ...[...practice.invitations.values()].map(({ invitation }): FeedRecord => ({
      kind: 'invitation',
      entity: invitation,
    })),
    ...[...practice.requests.values()].map(({ request }): FeedRecord => ({ kind: 'access-request', entity: request })),
    ...[...practice.places.values()].map((entity): FeedRecord => ({ kind: 'billing-agency', entity })),
  ];
  return recordKinds.flatMap((kind) => all.filter((record) => record.kind === kind).toSorted(byId));
}

/** The version that the portal has of whatever a decision is about; 0 for what it does not know. */
export const versionOf = (practice: Practice, subjectId: string): number =>
  practice.members.get(subjectId)?.user.version ??
  practice.requests.get(subjectId)?.request.version ??
  practice.invitations.get(subjectId)?.invitation.version ??
  practice.places.get(subjectId)?.version ??
  0;
