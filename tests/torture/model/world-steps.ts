import fc from 'fast-check';
import { expect } from 'vitest';
import { providerCentral } from '../../../src-shared/portals/provider-central.ts';
import type { Intent } from '../../../src-shared/domain/command.ts';
import { intentOn, isSpared, newcomer, pickOf } from './intents.ts';
import { recordsOf, versionOf } from './memory-practice.ts';
import { colleagueId, myAccount } from './practices.ts';
import { often, step, type Step } from './step.ts';
import { faults, type FaultName } from './wire.ts';
import type { World } from './world.ts';

const faultNames = [...(Object.keys(faults) as FaultName[]), 'held' as const];
const yearMs = 365 * 24 * 60 * 60_000;

/** What happens to the connection, the process and the computer. */
export const machineSteps: readonly fc.Arbitrary<Step>[] = [
  ...often(
    3,
    fc.constant(
      step('offline', [], ({ wire }) => {
        wire.setOnline(false);
      }),
    ),
  ),
  ...often(
    2,
    fc.constant(
      step('online', [], ({ wire }) => {
        wire.setOnline(true);
      }),
    ),
  ),
  fc
    .tuple(fc.constantFrom(...faultNames), fc.boolean(), fc.integer({ min: 1, max: 3 }))
    .map(([fault, onlyDecisions, times]) =>
      step('fault', [fault, onlyDecisions, times], ({ wire }) => {
        for (let count = 0; count < times; count += 1) wire.armed.push({ fault, onlyDecisions });
      }),
    ),
  fc.constantFrom('through' as const, 'cut before' as const, 'cut after' as const).map((way) =>
    step('release', [way], ({ wire }) => {
      wire.release(way);
    }),
  ),
  fc.constant(
    step('stragglers arrive', [], ({ wire }) => {
      wire.deliverStragglers();
    }),
  ),
  fc.boolean().map((requestsGoOn) =>
    step('crash', [requestsGoOn], (world) => {
      world.crash(requestsGoOn);
    }),
  ),
  fc.tuple(fc.integer({ min: 0, max: 25 }), fc.boolean()).map(([hops, requestsGoOn]) =>
    step('crash in the middle', [hops, requestsGoOn], async (world) => {
      world.desk.accounts.syncNow(myAccount.id);
      for (let hop = 0; hop < hops; hop += 1) await new Promise((resolve) => setImmediate(resolve));
      world.crash(requestsGoOn);
    }),
  ),
  fc.constant(
    step('restart', [], (world) => {
      world.restart();
    }),
  ),
  fc.constant(
    step('sync now', [], ({ desk }) => {
      desk.accounts.syncNow(myAccount.id);
    }),
  ),
  fc.constant(
    step('wake', [], ({ desk }) => {
      desk.accounts.woke();
    }),
  ),
  fc.constantFrom(1_000, 70_000).map((ms) => step('time passes', [ms], ({ time, settle }) => time.pass(ms, settle))),
  fc.constantFrom(-30 * yearMs, -60_000, 0, 60_000, 5 * yearMs).map((ms) =>
    step('clock', [ms], ({ time }) => {
      time.setClock(ms);
    }),
  ),
  fc.constant(step('sign out', [], (world) => signOut(world))),
  fc.constant(step('sign in', [], (world) => signIn(world))),
];

/** What others do at the portal meanwhile. */
export const portalSteps: readonly fc.Arbitrary<Step>[] = [
  ...often(
    3,
    fc.tuple(fc.nat(1), fc.boolean(), fc.nat(11), fc.nat(23)).map(([place, isAimed, pick, variant]) =>
      step('colleague', [place, isAimed, pick, variant], (world) => {
        const organizationId = world.organization(place);
        const about = somebody(world, organizationId, isAimed, pick);
        submitAsColleague(
          world,
          organizationId,
          about === null ? newcomer(world.nextId(), variant) : intentOn(about, variant),
        );
      }),
    ),
  ),
  fc.tuple(fc.nat(1), fc.constantFrom('revoke me', 'demote me', 'give me back')).map(([place, what]) =>
    step(what, [place], (world) => {
      const organizationId = world.organization(place);
      submitAsColleague(world, organizationId, aboutMe(world, organizationId, what));
    }),
  ),
  fc.tuple(fc.nat(1), fc.boolean()).map(([place, arrives]) =>
    step('mail', [place, arrives], (world) => {
      world.portal.deliverMail(world.organization(place), arrives);
    }),
  ),
  fc.nat(1).map((place) =>
    step('truncate', [place], (world) => {
      world.portal.truncate(world.organization(place));
    }),
  ),
];

/** The same question to everybody; the model has nothing to say to it. */
async function signOut(world: World): Promise<void> {
  const signedOut = await world.desk.accounts.signOut(myAccount.id);
  expect(signedOut.ok, 'signing out').toBe(true);
  expect(world.isSignedIn(), 'signed in after signing out').toBe(false);
}

export async function signIn(world: World): Promise<void> {
  const signingIn = world.signIn();
  await world.settle();
  if (world.wire.isHolding) return;
  const signedIn = await signingIn;
  expect(signedIn.ok, 'signing in').toBe(world.wire.isOnline);
}

function somebody({ portal, model }: World, organizationId: string, isAimed: boolean, pick: number) {
  const wanted = new Set(model.open(organizationId).map(({ intent }) => intent.subjectId));
  const all = recordsOf(portal.practice(organizationId)).flatMap((record) =>
    record.kind === 'organization' || isSpared(record.entity.id) ? [] : [record],
  );
  const aimed = all.filter(({ entity }) => wanted.has(entity.id));
  if (isAimed && aimed.length > 0) return pickOf(aimed, pick);
  return pick === 0 ? null : pickOf(all, pick);
}

function submitAsColleague(world: World, organizationId: string, intent: Intent): void {
  const { portal, time } = world;
  const baseVersion = versionOf(portal.practice(organizationId), intent.subjectId);
  const number = world.nextNumber();
  const commandId = `01960000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
  const decidedAt = time.portalNow().toISOString();
  portal.submit(colleagueId, { id: commandId, organizationId, baseVersion, decidedAt, intent });
}

function aboutMe({ portal }: World, organizationId: string, what: string): Intent {
  const me = [...portal.practice(organizationId).members.values()].find(({ accountId }) => accountId === myAccount.id);
  if (me === undefined) throw new Error('I am nobody there');
  const { id: subjectId, status } = me.user;
  if (what === 'revoke me') return { kind: 'revoke-user', subjectId, payload: { reason: null } };
  if (what === 'demote me') {
    return { kind: 'edit-role-and-permissions', subjectId, payload: { role: 'user', permissions: ['eligibility'] } };
  }
  if (status === 'revoked') return { kind: 'restore-user', subjectId, payload: {} };
  const permissions = [...providerCentral.permissions];
  return { kind: 'edit-role-and-permissions', subjectId, payload: { role: 'administrator', permissions } };
}
