import fc from 'fast-check';
import { expect } from 'vitest';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import { readChanges } from '../../../src-portal/features/changes/read-changes.ts';
import { readSnapshot } from '../../../src-portal/features/changes/read-snapshot.ts';
import { truncateFeed } from '../../../src-portal/features/changes/truncate-feed.ts';
import { submitCommand } from '../../../src-portal/features/commands/submit-command.ts';
import { recordInvitationDelivery } from '../../../src-portal/features/invitations/record-delivery.ts';
import { readLinkedAccounts } from '../../../src-portal/features/linked-accounts/read-linked-accounts.ts';
import { tellSignIn } from '../../../src-portal/features/users/tell-sign-in.ts';
import type { Command } from '../../../src-shared/domain/command.ts';
import { organizationSchema } from '../../../src-shared/domain/organization.ts';
import { providerCentral } from '../../../src-shared/portals/provider-central.ts';
import { createAgencies, type Agencies } from '../../src-portal/features/agencies-fixture.ts';
import type { Member } from '../../src-portal/features/people-fixture.ts';
import { intentOn, newcomer, pickOf } from './intents.ts';
import { MemoryPortal } from './memory-portal.ts';
import { emptyPractice, recordsOf, versionOf, type Practice } from './memory-practice.ts';

const minuteMs = 60_000;
const noSteps = { pick: fc.nat(14), variant: fc.nat(23) };

/** One thing that happens at a portal. */
export const portalEvents = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        type: fc.constant('submit' as const),
        actor: fc.nat(4),
        staleBy: fc.constantFrom(0, 0, 0, 0, 1, -1),
        ...noSteps,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('repeat' as const),
        actor: fc.nat(4),
        isAltered: fc.boolean(),
        isOthers: fc.boolean(),
        ...noSteps,
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('mail' as const), arrives: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('truncate' as const) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('sign in' as const), actor: fc.nat(4) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('time' as const),
        ms: fc.constantFrom(minuteMs, 8 * 24 * 60 * minuteMs),
      }),
    },
  ),
  { minLength: 5, maxLength: 25, size: 'max' },
);
type PortalEvent = typeof portalEvents extends fc.Arbitrary<(infer Event)[]> ? Event : never;

/** Lets the same happen to the service, on a database, and to the portal in memory: they answer and show the same. */
export async function compareWithService(opened: OpenDatabase, events: readonly PortalEvent[]): Promise<void> {
  const service = await createAgencies(opened);
  const { context, organizationId } = service;
  const actors = [
    await service.addAdministrator(),
    await service.addAdministrator(),
    await service.addMember({ permissions: ['eligibility', 'manage-users'] }),
    await service.addMember(),
    await service.addMember({ status: 'revoked' }),
  ];
  const requesters = [await service.addRequester(), await service.addRequester()];
  for (const status of ['sent', 'sent', 'failed'] as const) await service.addInvitation({ status });
  const memory = new MemoryPortal(providerCentral.permissions, context.chance.now);
  const practice = await copyOf(service, [...actors, ...requesters]);
  memory.practices.set(organizationId, practice);

  const sent: { actor: Member; command: Command }[] = [];
  const submit = async (actor: Member, command: Command): Promise<void> => {
    const told = await submitCommand(context, actor.caller, organizationId, command);
    expect(memory.submit(actor.accountId, command), command.intent.kind).toEqual(told);
  };
  for (const event of events) {
    switch (event.type) {
      case 'submit': {
        const actor = pickOf(actors, event.actor);
        const all = recordsOf(practice).flatMap((record) => (record.kind === 'organization' ? [] : [record]));
        const about = event.pick < 2 ? null : pickOf(all, event.pick);
        const intent =
          about === null
            ? newcomer(context.chance.newId(), event.variant, practice.directory)
            : intentOn(about, event.variant);
        const baseVersion = Math.max(0, versionOf(practice, intent.subjectId) - event.staleBy);
        const command = service.command(intent, { baseVersion });
        sent.push({ actor, command });
        await submit(actor, command);
        break;
      }
      case 'repeat': {
        if (sent.length === 0) break;
        const { actor, command } = pickOf(sent, event.pick);
        const altered = event.isAltered ? { ...command, baseVersion: command.baseVersion + 1 } : command;
        await submit(event.isOthers ? pickOf(actors, event.actor) : actor, altered);
        break;
      }
      case 'mail':
        await deliver(service, practice, event.arrives);
        memory.deliverMail(organizationId, event.arrives);
        break;
      case 'truncate':
        await truncateFeed(context, organizationId, new Date(context.chance.now().getTime() + minuteMs));
        memory.truncate(organizationId);
        break;
      case 'sign in': {
        const { accountId } = pickOf(actors, event.actor);
        const change = { last_sign_in_at: context.chance.now() };
        await opened.database.updateTable('account').set(change).where('id', '=', accountId).execute();
        await tellSignIn(context, accountId);
        memory.signIn(accountId);
        break;
      }
      case 'time':
        context.chance.advance(event.ms);
        break;
    }
  }
  for (const actor of [...actors, ...requesters]) await compareViews(service, memory, actor);
}

/** What each of them may see, from wherever they stand. */
async function compareViews({ context, organizationId }: Agencies, memory: MemoryPortal, actor: Member): Promise<void> {
  const { accountId, caller } = actor;
  const shown = await readSnapshot(context, caller, organizationId, { limit: 1000 });
  expect(memory.snapshot(accountId, organizationId, null, 1000), 'a first load').toEqual(shown);
  const end = memory.position(organizationId);
  for (const after of [0, Math.floor(end / 2), Math.max(0, end - 1), end, end + 1]) {
    const told = await readChanges(context, caller, organizationId, { after, limit: 7 });
    expect(memory.changes(accountId, organizationId, after, 7), `changes after ${after}`).toEqual(told);
  }
  const linked = await readLinkedAccounts(context.database, context, accountId);
  // nothing that the data layer acts on
  const alike = linked.map((each) => ({ ...each, waits: undefined, administrators: [] }));
  expect(memory.linkedAccounts(accountId), 'linked accounts').toEqual(alike);
}

/** Mail in the order of the invitations, as they were made. */
async function deliver({ context }: Agencies, practice: Practice, arrives: boolean): Promise<void> {
  const outcome = arrives
    ? ({ status: 'sent' } as const)
    : ({ status: 'failed', failure: 'mailbox_refused', detail: 'No such mailbox' } as const);
  for (const { invitation } of practice.invitations.values()) {
    if (invitation.status !== 'sending') continue;
    await context.database
      .transaction()
      .execute((transaction) => recordInvitationDelivery(transaction, context, invitation.id, outcome));
  }
}

/** What the service holds, for the portal in memory to begin with. */
async function copyOf(service: Agencies, members: readonly Member[]): Promise<Practice> {
  const { context, organizationId } = service;
  const listed = await Promise.all(
    [true, true, false].map(async (isRegistered, place) => {
      const name = `Agency ${place}`;
      return {
        id: await service.listAgency(name, { isRegistered }),
        name,
        city: 'Worcester',
        state: 'MA',
        isRegistered,
      };
    }),
  );
  await service.addPlace(pickOf(listed, 0).id);
  const first = await readSnapshot(context, pickOf(members, 0).caller, organizationId, { limit: 1000 });
  if (!first.ok) throw new Error(first.error.code);
  const { records } = first.value;
  const own = records.find(({ kind }) => kind === 'organization');
  const practice = emptyPractice(organizationSchema.parse(own?.entity), listed);
  for (const record of records) {
    if (record.kind === 'user') {
      const { entity: user } = record;
      const member = members.find(({ userId }) => userId === user.id);
      if (member === undefined) throw new Error('Everybody was added here');
      const { accountId, caller } = member;
      practice.members.set(user.id, { accountId, name: caller.name, user, isDenied: false, reason: null, floor: 0 });
    } else if (record.kind === 'access-request') {
      practice.requests.set(record.entity.id, { request: record.entity, userId: record.entity.userId });
    } else if (record.kind === 'invitation') {
      practice.invitations.set(record.entity.id, { invitation: record.entity, decidedBy: null, decisionVersion: 1 });
    } else if (record.kind === 'billing-agency') practice.places.set(record.entity.id, record.entity);
  }
  return practice;
}
