import { expect } from 'vitest';
import type { Intent } from '../../../src-shared/domain/command.ts';
import { recordsOf } from './memory-practice.ts';
import { myAccount } from './practices.ts';
import { toldAtThePortal } from './screens.ts';
import type { World } from './world.ts';

/** What is so after whatever has happened, on the screens as a window shows them. */
export function checkLaws(world: World): void {
  same(world.bugs, [], 'bugs that were logged');
  for (const organizationId of world.organizationIds) {
    checkList(world, organizationId);
    checkOverlay(world, organizationId);
    checkRows(world, organizationId);
  }
  checkBadge(world);
}

/** Compares fast; only a difference is worth a report. */
function same(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, what).toEqual(expected);
}

/** Nothing that was said to be kept is lost, and what was refused stands there with its reason. */
function checkList({ screens, model }: World, organizationId: string): void {
  const listed = screens(organizationId).list.map(({ id, state, error }) => [
    id,
    state === 'refused',
    error?.code ?? null,
  ]);
  const expected = model.listed(organizationId).map(({ id, fate, error }) => [id, fate === 'refused', error]);
  same(listed, expected, 'the list of decisions');
}

/** Each row has exactly those decisions over it that are unanswered or refused, or whose effect the row does not have yet. */
function checkOverlay({ desk, model, screens }: World, organizationId: string): void {
  const { rows } = screens(organizationId);
  const fed = desk.cache.feed.state(organizationId).position;
  const shown = new Set(rows.flatMap(({ row }) => row.pending.map(({ id }) => id)));
  const decisions = model.decisions.filter((each) => each.organizationId === organizationId && !each.isOver);
  for (const decision of decisions.filter(({ fate }) => fate === 'applied')) {
    const isReached = fed !== null && decision.position !== null && fed >= decision.position;
    same(isReached && shown.has(decision.id), false, 'an effect that is in the rows lies over them too');
    const isKept = desk.cache.outbox.find(decision.id) !== null;
    same(isKept || isReached || fed === null, true, 'an effect that is not in the rows yet lies over them');
    if (!isKept || isReached) decision.isOver = true;
  }
  const left = decisions.filter(({ isOver }) => !isOver);
  for (const { row } of rows) {
    const over = left.filter(({ intent }) => intent.subjectId === row.id);
    same(
      row.pending.map(({ id }) => id),
      over.map(({ id }) => id),
      `what lies over ${row.id}`,
    );
  }
  const missing = left.filter(
    ({ intent, base }) => beginsWith(intent, base) && rows.every(({ row }) => row.id !== intent.subjectId),
  );
  same(missing, [], 'decisions about somebody new without a row');
}

const beginsWith = ({ kind }: Intent, base: number): boolean =>
  kind === 'invite-user' || (kind === 'add-billing-agency' && base === 0);

/** Rows are the portal's where the feed was followed to its end, and are gone where nobody may see them. */
function checkRows({ desk, portal, screens, maySee, isSignedIn }: World, organizationId: string): void {
  const { position, snapshot } = desk.cache.feed.state(organizationId);
  const { told } = screens(organizationId);
  if (!maySee(organizationId)) {
    same(told, [], 'people whom nobody here may see');
    return;
  }
  const isAtTheEnd = position === portal.position(organizationId) && snapshot === null;
  if (!isAtTheEnd || !isSignedIn() || !portal.seesPeople(myAccount.id, organizationId)) return;
  same(told, toldAtThePortal(recordsOf(portal.practice(organizationId))), 'rows');
}

function checkBadge({ badge, model, organizationIds }: World): void {
  const { waiting, needsAttention } = badge();
  const listed = organizationIds.flatMap((organizationId) => model.listed(organizationId));
  const refused = listed.filter(({ fate }) => fate === 'refused').length;
  same([waiting, needsAttention], [listed.length - refused, refused], 'waiting and needs attention on the badge');
}

/** What is so once there is a line and everything has been said. */
export function checkEnd(world: World): void {
  const { model, portal, desk, organizationIds } = world;
  const mine = portal.applied.filter(({ accountId }) => accountId === myAccount.id);
  const open = organizationIds.flatMap((organizationId) => model.open(organizationId));
  expect(
    open.map(({ intent }) => intent.kind),
    'decisions without an outcome',
  ).toEqual([]);
  for (const organizationId of organizationIds) {
    const applied = model.decisions.filter((each) => each.organizationId === organizationId && each.fate === 'applied');
    expect(
      mine.filter((effect) => effect.organizationId === organizationId).map(({ commandId }) => commandId),
      'effects at the portal, in order',
    ).toEqual(applied.map(({ id }) => id));
    const isMember = portal.isActive(myAccount.id, organizationId);
    expect(world.mayDecide(organizationId), 'membership as the desktop knows it').toBe(isMember);
    if (!isMember) continue;
    expect(desk.cache.feed.state(organizationId), 'the feed').toMatchObject({
      position: portal.position(organizationId),
      snapshot: null,
    });
  }
  for (const effect of mine) checkSeen(world, effect);
  checkLaws(world);
}

/** A decision takes effect on what its person saw and decided before, never on what somebody else has made of it since. */
function checkSeen({ model, portal }: World, effect: World['portal']['applied'][number]): void {
  const decision = model.get(effect.commandId);
  const between = portal.applied.filter(
    ({ subjectId, to }) => subjectId === effect.subjectId && to > decision.seen && to <= effect.from,
  );
  const foreign = between.filter(({ accountId }) => accountId !== myAccount.id);
  expect(foreign, `${decision.intent.kind} took effect on what somebody else had decided since`).toEqual([]);
}
