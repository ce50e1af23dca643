import type { AccessRequest } from '../../../src-shared/domain/access-request.ts';
import { invitationLifeMs, type Invitation } from '../../../src-shared/domain/invitation.ts';
import type { ImportedUser, KeptPerson } from '../../../src-shared/domain/kept-by-hand.ts';
import { accessOf } from '../../../src-shared/domain/permissions.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { ProcedureInput as Input, ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Account } from '../../../src-shared/domain/account.ts';
import { keeperOf, nameOf, type GuidedDesk } from './guided-desk.ts';

/** People as a portal's web site shows them, written down by hand or imported. */
export interface KeptPeople {
  keep(input: Input<'guided.keepPerson'>): Result<void>;
  importUsers(input: Input<'guided.importUsers'>): Promise<Result<ProcedureOutput<'guided.importUsers'>>>;
}

/** Rows that one transaction writes: few enough to keep the main process responsive. */
const rowsPerTransaction = 250;

export function createKeptPeople(desk: GuidedDesk): KeptPeople {
  const { cache, hints, now, newId, yieldNow } = desk;
  const { guided } = cache;

  function put(account: Account, organizationId: string, records: readonly FeedRecord[]): void {
    const position = guided.put(organizationId, records);
    hints.tell(account.id, { about: 'organization', organizationId, position });
  }

  const changed = (by: Account) => ({ changedBy: nameOf(by), changedAt: now().toISOString() });

  return {
    keep({ organizationId, person }) {
      const keeper = keeperOf(desk, organizationId);
      if (!keeper.ok) return keeper;
      const known = guided.find(organizationId, person.kind, person.id);
      if (person.kind === 'user') {
        const holder = guided.userByEmail(organizationId, person.email);
        if (holder !== null && holder.id !== person.id) return fail(invalidInput([{ path: 'email', code: 'taken' }]));
      }
      const offered = findPortal(keeper.value.portalId)?.permissions ?? [];
      const base = { organizationId, ...changed(keeper.value), version: (known?.entity.version ?? 0) + 1 };
      const kept = withAccess(person, offered);
      const joined =
        kept.kind === 'invitation' && kept.status === 'accepted' ? joinedUser(kept, organizationId, base) : [];
      put(keeper.value, organizationId, [recordOf(kept, known, base, newId), ...joined]);
      return ok(undefined);
    },

    async importUsers({ organizationId, users, confirmed }) {
      const keeper = keeperOf(desk, organizationId);
      if (!keeper.ok) return keeper;
      const offered = findPortal(keeper.value.portalId)?.permissions ?? [];
      const tally = { added: 0, updated: 0, unchanged: 0 };
      // the last row of an address counts, so that none is there twice
      const rows = [...new Map(users.map((user) => [user.email, user])).values()];
      for (let start = 0; start < rows.length; start += rowsPerTransaction) {
        const records: FeedRecord[] = [];
        for (const row of rows.slice(start, start + rowsPerTransaction)) {
          const before = guided.userByEmail(organizationId, row.email);
          const after = importedUser({ ...row, ...granted(row, offered) }, before);
          if (before === null) tally.added += 1;
          else if (isSame(before, after)) tally.unchanged += 1;
          else tally.updated += 1;
          if (before !== null && isSame(before, after)) continue;
          const entity: User = { ...after, organizationId, id: before?.id ?? newId(), ...changed(keeper.value) };
          records.push({ kind: 'user', entity });
        }
        if (confirmed && records.length > 0) put(keeper.value, organizationId, records);
        await yieldNow();
      }
      return ok(tally);
    },
  };

  /** Who accepted an invitation is a user now, unless that is known already. */
  function joinedUser(
    { email, firstName, lastName, role, permissions }: Extract<KeptPerson, { kind: 'invitation' }>,
    organizationId: string,
    base: Base,
  ): FeedRecord[] {
    if (guided.userByEmail(organizationId, email) !== null) return [];
    const user = {
      kind: 'user',
      id: newId(),
      email,
      firstName,
      lastName,
      role,
      permissions,
      status: 'active',
    } as const;
    return [recordOf(user, null, { ...base, version: 1 }, newId)];
  }

  function importedUser(
    row: ImportedUser,
    before: User | null,
  ): Omit<User, 'id' | 'organizationId' | 'changedBy' | 'changedAt'> {
    const { createdAt = now().toISOString(), lastSignInAt = null, version = 0 } = before ?? {};
    return { ...row, createdAt, lastSignInAt, version: version + 1 };
  }
}

type Offered = Parameters<typeof accessOf>[2];

const granted = ({ role, permissions }: Pick<User, 'role' | 'permissions'>, offered: Offered) => ({
  role,
  permissions: [...accessOf(role, permissions, offered).permissions],
});

const withAccess = (person: KeptPerson, offered: Offered): KeptPerson =>
  person.kind === 'access-request' ? person : { ...person, ...granted(person, offered) };

const isSame = (
  before: User,
  after: Pick<User, 'firstName' | 'lastName' | 'role' | 'status' | 'permissions'>,
): boolean =>
  (['firstName', 'lastName', 'role', 'status'] as const).every((part) => before[part] === after[part]) &&
  before.permissions.join() === after.permissions.join();

interface Base {
  readonly organizationId: string;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: string;
}

/** What is not on the form stays as it was. */
function recordOf(person: KeptPerson, known: FeedRecord | null, base: Base, newId: () => string): FeedRecord {
  const at = base.changedAt;
  switch (person.kind) {
    case 'user': {
      const { kind, ...fields } = person;
      const before = known?.kind === kind ? known.entity : { createdAt: at, lastSignInAt: null };
      const entity: User = { ...before, ...fields, ...base };
      return { kind, entity };
    }
    case 'invitation': {
      const { kind, ...fields } = person;
      const expiresAt = new Date(Date.parse(at) + invitationLifeMs).toISOString();
      const fresh = { failure: null, failureDetail: null, invitedBy: base.changedBy, createdAt: at, expiresAt };
      const entity: Invitation = { ...(known?.kind === kind ? known.entity : fresh), ...fields, ...base };
      return { kind, entity };
    }
    default: {
      const { kind, ...fields } = person;
      const evidence = { emailVerifiedAt: null, matchedOn: [], otherOrganizations: 0, accountCreatedAt: at };
      const before = known?.kind === kind ? known.entity : { userId: newId(), reason: null, evidence, requestedAt: at };
      const entity: AccessRequest = { ...before, ...fields, ...base };
      return { kind, entity };
    }
  }
}
