import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandKind, Intent } from '../../../../src-shared/domain/command.ts';
import type {
  AccessRequestStatus,
  BillingAgencyStatus,
  InvitationStatus,
  UserStatus,
} from '../../../../src-shared/domain/statuses.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { createAgencies } from '../agencies-fixture.ts';
import { countTraces } from '../count-traces.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

/** What each kind of command comes to: by the subject's status, then for an administrator, a manager, a plain user. */
type Verdict = 'applied' | 'illegal_transition' | 'not_permitted';
type Row<Status> = readonly [CommandKind, Status, Verdict, Verdict, Verdict];

const applied = 'applied';
const illegal = 'illegal_transition';
const forbidden = 'not_permitted';

const ordinaryUsers: readonly Row<UserStatus>[] = [
  ['make-admin', 'pending', illegal, forbidden, forbidden],
  ['make-admin', 'active', applied, forbidden, forbidden],
  ['make-admin', 'revoked', illegal, forbidden, forbidden],
  ['revoke-user', 'pending', illegal, illegal, forbidden],
  ['revoke-user', 'active', applied, applied, forbidden],
  ['revoke-user', 'revoked', illegal, illegal, forbidden],
  ['restore-user', 'pending', illegal, illegal, forbidden],
  ['restore-user', 'active', illegal, illegal, forbidden],
  ['restore-user', 'revoked', applied, applied, forbidden],
  ['edit-role-and-permissions', 'pending', illegal, illegal, forbidden],
  ['edit-role-and-permissions', 'active', applied, applied, forbidden],
  ['edit-role-and-permissions', 'revoked', illegal, illegal, forbidden],
];

const administrators: readonly Row<UserStatus>[] = [
  ['make-admin', 'active', illegal, forbidden, forbidden],
  ['make-admin', 'revoked', illegal, forbidden, forbidden],
  ['revoke-user', 'active', applied, forbidden, forbidden],
  ['revoke-user', 'revoked', illegal, forbidden, forbidden],
  ['restore-user', 'active', illegal, forbidden, forbidden],
  ['restore-user', 'revoked', applied, forbidden, forbidden],
  ['edit-role-and-permissions', 'active', applied, forbidden, forbidden],
  ['edit-role-and-permissions', 'revoked', illegal, forbidden, forbidden],
];

const accessRequests: readonly Row<AccessRequestStatus>[] = [
  ['approve-access-request', 'pending', applied, applied, forbidden],
  ['approve-access-request', 'approved', illegal, illegal, forbidden],
  ['approve-access-request', 'denied', illegal, illegal, forbidden],
  ['approve-access-request', 'withdrawn', illegal, illegal, forbidden],
  ['deny-access-request', 'pending', applied, applied, forbidden],
  ['deny-access-request', 'approved', illegal, illegal, forbidden],
  ['deny-access-request', 'denied', illegal, illegal, forbidden],
  ['deny-access-request', 'withdrawn', illegal, illegal, forbidden],
];

const invitations: readonly Row<InvitationStatus>[] = [
  ['resend-invitation', 'sending', illegal, illegal, forbidden],
  ['resend-invitation', 'sent', applied, applied, forbidden],
  ['resend-invitation', 'failed', applied, applied, forbidden],
  ['resend-invitation', 'expired', applied, applied, forbidden],
  ['resend-invitation', 'accepted', illegal, illegal, forbidden],
  ['resend-invitation', 'cancelled', illegal, illegal, forbidden],
  ['cancel-invitation', 'sending', applied, applied, forbidden],
  ['cancel-invitation', 'sent', applied, applied, forbidden],
  ['cancel-invitation', 'failed', applied, applied, forbidden],
  ['cancel-invitation', 'expired', applied, applied, forbidden],
  ['cancel-invitation', 'accepted', illegal, illegal, forbidden],
  ['cancel-invitation', 'cancelled', illegal, illegal, forbidden],
];

const toAdministrators: readonly Row<InvitationStatus>[] = [
  ['resend-invitation', 'failed', applied, forbidden, forbidden],
  ['cancel-invitation', 'sent', applied, forbidden, forbidden],
];

const billingAgencies: readonly Row<BillingAgencyStatus>[] = [
  ['add-billing-agency', 'pending', illegal, forbidden, forbidden],
  ['add-billing-agency', 'active', illegal, forbidden, forbidden],
  ['add-billing-agency', 'denied', applied, forbidden, forbidden],
  ['deny-billing-agency', 'pending', applied, forbidden, forbidden],
  ['deny-billing-agency', 'active', applied, forbidden, forbidden],
  ['deny-billing-agency', 'denied', illegal, forbidden, forbidden],
];

const payloads = {
  'make-admin': {},
  'restore-user': {},
  'resend-invitation': {},
  'cancel-invitation': {},
  'revoke-user': { reason: 'Left the practice' },
  'deny-access-request': { reason: 'Nobody here knows you' },
  'edit-role-and-permissions': { role: 'user', permissions: ['claims-status'] },
  'approve-access-request': { role: 'user', permissions: ['claims-status'] },
  'deny-billing-agency': { reason: null },
  'invite-user': { email: 'new@example.test', firstName: 'Nia', lastName: 'New', role: 'user', permissions: [] },
} as const;

const intentOf = (kind: Exclude<CommandKind, 'add-billing-agency'>, subjectId: string) =>
  ({ kind, subjectId, payload: payloads[kind] }) as Intent;

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

/** Tries the command as each kind of actor, each on a fresh subject, and tells what came of it. */
async function verdicts(kind: CommandKind, makeSubject: (people: People) => Promise<string>): Promise<string[]> {
  return verdictsOn(async () => {
    const people = await createPeople(opened);
    if (kind === 'add-billing-agency') throw new Error('Agencies are tried with a directory of their own');
    return { people, intent: async () => intentOf(kind, await makeSubject(people)) };
  });
}

async function verdictsOn(
  setUp: () => Promise<{ readonly people: People; readonly intent: () => Promise<Intent> }>,
): Promise<string[]> {
  const told: string[] = [];
  for (const access of [
    { role: 'administrator' },
    { role: 'user', permissions: ['manage-users'] },
    { role: 'user', permissions: ['eligibility', 'claims-status', 'authorizations', 'remittances'] },
  ] as const) {
    const { people, intent } = await setUp();
    await people.addAdministrator();
    const actor: Member = await people.addMember({
      role: access.role,
      permissions: 'permissions' in access ? [...access.permissions] : [],
    });
    const outcome = await people.outcomeOf(actor, await intent(), 1);
    told.push(outcome.status === 'applied' ? applied : outcome.error.code);
    if (outcome.status === 'applied') expect(outcome.version).toBe(2);
    const { audit, command, change } = await countTraces(people);
    expect({ audit, command, moved: change > 0 }).toEqual({
      audit: outcome.status === 'applied' ? 1 : 0,
      command: 1,
      moved: outcome.status === 'applied',
    });
  }
  return told;
}

describe('commands by kind, status and actor', () => {
  it.each(ordinaryUsers)('%s of an ordinary %s user', async (kind, status, ...expected) => {
    expect(await verdicts(kind, async (people) => (await people.addMember({ status })).userId)).toEqual(expected);
  });

  it.each(administrators)('%s of an administrator who is %s', async (kind, status, ...expected) => {
    const make = async (people: People) => (await people.addMember({ role: 'administrator', status })).userId;
    expect(await verdicts(kind, make)).toEqual(expected);
  });

  it.each(accessRequests)('%s when it is %s', async (kind, status, ...expected) => {
    const make = async (people: People) => {
      const { requestId } = await people.addRequester();
      await opened.database.updateTable('access_request').set({ status }).where('id', '=', requestId).execute();
      return requestId;
    };
    expect(await verdicts(kind, make)).toEqual(expected);
  });

  it.each(invitations)('%s when it is %s', async (kind, status, ...expected) => {
    expect(await verdicts(kind, (people) => people.addInvitation({ status }))).toEqual(expected);
  });

  it.each(toAdministrators)('%s of an invitation to administrate that is %s', async (kind, status, ...expected) => {
    expect(await verdicts(kind, (people) => people.addInvitation({ status, role: 'administrator' }))).toEqual(expected);
  });

  it.each(billingAgencies)('D10: %s when it is %s', async (kind, status, ...expected) => {
    const setUp = async () => {
      const agencies = await createAgencies(opened);
      const intent = async (): Promise<Intent> => {
        const agencyId = await agencies.listAgency('Summit Medical Billing');
        const subjectId = await agencies.addPlace(agencyId, status);
        return kind === 'add-billing-agency'
          ? { kind, subjectId, payload: { agencyId } }
          : { kind: 'deny-billing-agency', subjectId, payload: { reason: null } };
      };
      return { people: agencies, intent };
    };
    expect(await verdictsOn(setUp)).toEqual(expected);
  });

  it('invite-user', async () => {
    const make = (people: People) => Promise.resolve(people.context.chance.newId());
    const told: string[] = [];
    for (const permissions of [['manage-users'], ['eligibility']] as const) {
      const people = await createPeople(opened);
      const actor = await people.addMember({ permissions: [...permissions] });
      const outcome = await people.outcomeOf(actor, intentOf('invite-user', await make(people)));
      told.push(outcome.status === 'applied' ? applied : outcome.error.code);
    }
    expect(told).toEqual([applied, forbidden]);
  });

  it.each([
    ['an administrator', { role: 'administrator', permissions: [] }],
    ['a manager', { role: 'user', permissions: ['manage-users'] }],
  ] as const)('a manager makes nobody %s', async (_name, access) => {
    const people = await createPeople(opened);
    const manager = await people.addMember({ permissions: ['manage-users'] });
    const subject = await people.addMember();
    const requester = await people.addRequester();
    const person = { email: 'nia@example.test', firstName: 'Nia', lastName: 'New' };
    const given = { role: access.role, permissions: [...access.permissions] };
    const intents: Intent[] = [
      { kind: 'edit-role-and-permissions', subjectId: subject.userId, payload: given },
      { kind: 'approve-access-request', subjectId: requester.requestId, payload: given },
      { kind: 'invite-user', subjectId: people.context.chance.newId(), payload: { ...person, ...given } },
    ];
    for (const intent of intents) {
      expect(await people.outcomeOf(manager, intent)).toMatchObject({ error: { code: forbidden } });
    }
  });

  it('a manager does not bring back somebody to whom they may not hand on as much', async () => {
    const people = await createPeople(opened);
    const manager = await people.addMember({ permissions: ['manage-users'] });
    const other = await people.addMember({ permissions: ['manage-users'], status: 'revoked' });
    const outcome = await people.outcomeOf(manager, intentOf('restore-user', other.userId));
    expect(outcome).toMatchObject({ error: { code: forbidden } });
  });
});
