import type { Intent } from '../../src-shared/domain/command.ts';
import type { Invitation } from '../../src-shared/domain/invitation.ts';
import type { OutboxItem, PendingCommand } from '../../src-shared/ipc/people.ts';
import { fail, ok } from '../../src-shared/result.ts';
import type { FakeDesk, FakeWorld, Handlers } from './fake-desk.ts';
import { fixtureId, fixtureNow, invitation } from './fixtures.ts';

type Names = Extract<
  keyof Handlers,
  `users.${string}` | `invitations.${string}` | `accessRequests.${string}` | `commands.${string}`
>;
interface Person {
  readonly id: string;
  readonly organizationId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export function peopleHandlers(world: FakeWorld, emit: FakeDesk['emit']): Pick<Handlers, Names> {
  const pendingOf = (subjectId: string): PendingCommand[] =>
    world.outbox.filter(({ intent }) => intent.subjectId === subjectId);
  const touched = (organizationId: string) => {
    world.sync = {
      ...world.sync,
      waiting: world.outbox.filter(({ state }) => state !== 'refused').length,
      needsAttention: world.outbox.filter(({ state }) => state === 'refused').length,
    };
    emit('people.changed', { organizationId });
    emit('sync.changed', world.sync);
  };
  const page = <Row extends Person>(
    rows: readonly Row[],
    input: { organizationId: string; search: string; after: string | null; skip: number; limit: number },
  ) => {
    const wanted = input.search.trim().toLowerCase();
    const found = rows.filter(
      (row) =>
        row.organizationId === input.organizationId &&
        `${row.firstName} ${row.lastName} ${row.email}`.toLowerCase().includes(wanted),
    );
    const from = (input.after === null ? 0 : Number(input.after)) + input.skip;
    const to = from + input.limit;
    return ok({
      rows: found.slice(from, to).map((row) => ({ ...row, pending: pendingOf(row.id) })),
      next: to < found.length ? String(to) : null,
      total: found.length,
      asOf: world.asOf,
    });
  };
  const nameOf = (intent: Intent): string => {
    if (intent.kind === 'invite-user') return intent.payload.email;
    const agency = world.agencies.find(({ id }) => id === intent.subjectId);
    if (agency !== undefined) return agency.name;
    if (intent.kind === 'add-billing-agency') {
      return world.listedAgencies.find(({ id }) => id === intent.payload.agencyId)?.name ?? 'An agency';
    }
    const subject = [...world.users, ...world.accessRequests, ...world.invitations].find(
      ({ id }) => id === intent.subjectId,
    );
    return subject === undefined ? 'Somebody' : `${subject.firstName} ${subject.lastName}`;
  };
  const waitingInvitations = (): Invitation[] =>
    world.outbox.flatMap(({ intent, organizationId }) =>
      intent.kind === 'invite-user'
        ? [invitation(0, { ...intent.payload, id: intent.subjectId, organizationId, version: 0, status: 'sending' })]
        : [],
    );

  return {
    'users.page': (input) => {
      const key = { name: 'lastName', email: 'email', role: 'role', status: 'status' } as const;
      const by = key[input.sort.column];
      const order = input.sort.direction === 'ascending' ? 1 : -1;
      const rows = world.users
        .filter(
          ({ role, status }) =>
            (input.roles.length === 0 || input.roles.includes(role)) &&
            (input.statuses.length === 0 || input.statuses.includes(status)),
        )
        .sort((one, other) => order * (one[by].localeCompare(other[by]) || one.id.localeCompare(other.id)));
      return page(rows, input);
    },
    'users.counts': ({ organizationId }) => {
      const own = world.users.filter((user) => user.organizationId === organizationId);
      return ok({
        users: own.length,
        administrators: own.filter(({ role, status }) => role === 'administrator' && status === 'active').length,
        pendingRequests: world.accessRequests.filter(
          (request) => request.organizationId === organizationId && request.status === 'pending',
        ).length,
        openInvitations: world.invitations.filter(
          (one) => one.organizationId === organizationId && (one.status === 'sent' || one.status === 'sending'),
        ).length,
      });
    },
    'invitations.page': (input) =>
      page(
        [...waitingInvitations(), ...world.invitations].filter(
          ({ status }) => input.statuses.length === 0 || input.statuses.includes(status),
        ),
        input,
      ),
    'accessRequests.page': (input) =>
      page(
        world.accessRequests.filter(({ status }) => input.statuses.length === 0 || input.statuses.includes(status)),
        input,
      ),
    'commands.submit': ({ organizationId, intents }) => {
      const items: OutboxItem[] = intents.map((intent, place) => ({
        id: fixtureId(5000 + world.outbox.length + place),
        kind: intent.kind,
        state: 'waiting',
        decidedAt: fixtureNow.toISOString(),
        error: null,
        organizationId,
        intent: intent as Intent,
        subjectName: nameOf(intent as Intent),
      }));
      world.outbox = [...world.outbox, ...items];
      touched(organizationId);
      return ok({ commandIds: items.map(({ id }) => id) });
    },
    'commands.list': ({ organizationId }) =>
      ok({ items: world.outbox.filter((item) => item.organizationId === organizationId) }),
    'commands.ofAccount': () => ok({ items: [...world.outbox], preferences: [...world.preferences] }),
    'commands.undo': ({ commandId }) => takeOut(commandId, 'waiting', 'command_in_flight'),
    'commands.dismiss': ({ commandId }) => takeOut(commandId, 'refused', 'not_found'),
  };

  function takeOut(commandId: string, state: OutboxItem['state'], otherwise: 'command_in_flight' | 'not_found') {
    const item = world.outbox.find(({ id }) => id === commandId);
    if (item?.state !== state) return fail({ code: otherwise });
    world.outbox = world.outbox.filter(({ id }) => id !== commandId);
    touched(item.organizationId);
    return ok({});
  }
}
