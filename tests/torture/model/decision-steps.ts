import fc from 'fast-check';
import { expect } from 'vitest';
import type { Intent } from '../../../src-shared/domain/command.ts';
import type { Decision } from './decision-model.ts';
import { intentOn, isSpared, newcomer, pickOf } from './intents.ts';
import type { ShownRow } from './screens.ts';
import { often, step, type Step } from './step.ts';
import type { World } from './world.ts';

/** What somebody at the desktop does. */
export const decisionSteps: readonly fc.Arbitrary<Step>[] = [
  ...often(
    5,
    fc
      .tuple(fc.nat(1), fc.array(fc.tuple(fc.nat(11), fc.nat(23)), { minLength: 1, maxLength: 4 }))
      .map(([place, choices]) =>
        step('decide', [place, choices], (world) => {
          const organizationId = world.organization(place);
          const rows = open(world, organizationId).filter(({ row }) => !isSpared(row.id));
          const intents = choices.map(([pick, variant]) =>
            pick < 2 || rows.length === 0
              ? newcomer(world.nextId(), variant)
              : intentOn(aboutOf(pickOf(rows, pick)), variant),
          );
          decide(world, organizationId, intents);
        }),
      ),
  ),
  ...often(
    3,
    fc.tuple(fc.nat(1), fc.nat(7), fc.nat(23)).map(([place, pick, variant]) =>
      step('decide on the same', [place, pick, variant], (world) => {
        const organizationId = world.organization(place);
        const row = rowOfSome(world, organizationId, pick);
        if (row !== null) decide(world, organizationId, [intentOn(aboutOf(row), variant)]);
      }),
    ),
  ),
  ...often(
    3,
    fc.nat(5).map((pick) =>
      step('undo', [pick], (world) => {
        const decision = recentWaiting(world, pick) ?? recent(world, pick);
        if (decision === null) return;
        const answer = world.desk.decisions.undo(decision.id);
        expect(answer.ok ? null : answer.error.code, `undoing what is ${decision.fate}`).toBe(
          world.model.undo(decision.id),
        );
      }),
    ),
  ),
  fc.nat(9).map((pick) =>
    step('dismiss', [pick], (world) => {
      const decision = recentRefused(world, pick) ?? recent(world, pick);
      if (decision === null) return;
      const answer = world.desk.decisions.dismiss(decision.id);
      expect(answer.ok ? null : answer.error.code, `dismissing what is ${decision.fate}`).toBe(
        world.model.dismiss(decision.id),
      );
    }),
  ),
  fc.tuple(fc.nat(9), fc.boolean()).map(([pick, dismissesFirst]) =>
    step('decide again', [pick, dismissesFirst], (world) => {
      const decision = recentRefused(world, pick);
      if (decision === null) return;
      if (dismissesFirst) {
        expect(world.desk.decisions.dismiss(decision.id).ok, 'dismissing a refused one').toBe(true);
        world.model.dismiss(decision.id);
      }
      const { intent, organizationId } = decision;
      const isNew = decision.base === 0 && (intent.kind === 'invite-user' || intent.kind === 'add-billing-agency');
      decide(world, organizationId, [isNew ? newcomer(world.nextId(), pick * 3 + 1) : intent]);
    }),
  ),
];

/** All of the intents or none is kept, and the person is told which; the model takes note. */
function decide(world: World, organizationId: string, intents: readonly Intent[]): void {
  const { desk, model } = world;
  const rows = new Map(world.screens(organizationId).rows.map(({ row }) => [row.id, row.version]));
  const begun = model.decisions.filter(({ intent, fate, isOver }) => isNew(intent) && fate !== 'refused' && !isOver);
  const known = new Set(begun.map(({ intent }) => intent.subjectId));
  const isKnown = (intent: Intent): boolean => {
    const isSo = isNew(intent) || (rows.get(intent.subjectId) ?? 0) > 0 || known.has(intent.subjectId);
    known.add(intent.subjectId);
    return isSo;
  };
  const expected = !world.mayDecide(organizationId)
    ? 'not_permitted'
    : !world.isSignedIn()
      ? 'signed_out'
      : intents.every(isKnown)
        ? null
        : 'not_found';
  const answer = desk.decisions.submit(organizationId, intents);
  expect(answer.ok ? null : answer.error.code, 'what the person is told of a decision').toBe(expected);
  if (!answer.ok) return;
  const { commandIds } = answer.value;
  model.decided(
    organizationId,
    intents.map((intent, place) => ({ id: commandIds[place] ?? '', intent, seen: rows.get(intent.subjectId) ?? 0 })),
  );
}

const isNew = ({ kind }: Intent): boolean => kind === 'invite-user' || kind === 'add-billing-agency';

const aboutOf = ({ kind, row }: ShownRow) => ({ kind, entity: row });

/** Rows that can be decided about: something new that was refused can only be dismissed, or begun anew. */
const open = (world: World, organizationId: string): ShownRow[] =>
  world
    .screens(organizationId)
    .rows.filter(({ row: { version, pending } }) => version > 0 || pending.some(({ state }) => state !== 'refused'));

/** The row of something that a decision waits for. */
function rowOfSome(world: World, organizationId: string, pick: number): ShownRow | null {
  const rows = open(world, organizationId).filter(({ row }) => row.pending.length > 0);
  return rows.length === 0 ? null : pickOf(rows, pick);
}

/** The last decisions, the newest first. */
function recent({ model }: World, pick: number): Decision | null {
  const all = model.decisions.toReversed();
  return all.length === 0 ? null : pickOf(all, pick);
}

/** Every other time one that waits, if there is one. */
function recentWaiting({ model }: World, pick: number): Decision | null {
  const waiting = model.decisions.toReversed().filter(({ fate }) => fate === 'waiting');
  return waiting.length === 0 || pick % 2 === 1 ? null : pickOf(waiting, pick);
}

function recentRefused({ model }: World, pick: number): Decision | null {
  const refused = model.decisions.toReversed().filter(({ fate, isOver }) => fate === 'refused' && !isOver);
  return refused.length === 0 ? null : pickOf(refused, pick);
}
