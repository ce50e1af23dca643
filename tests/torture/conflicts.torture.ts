import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../scripts/project.mjs';
import { canDecideAgain } from '../../src-renderer/features/outbox/outbox-rules.ts';
import { createAgencies } from '../src-portal/features/agencies-fixture.ts';
import { createPeople } from '../src-portal/features/people-fixture.ts';
import { openPortalFixture, type PortalFixture } from '../src-portal/portal-fixture.ts';
import { billingAgencies } from './conflicts/agency-subjects.ts';
import { conflictDocument } from './conflicts/conflict-table.ts';
import { invitations } from './conflicts/invitation-subjects.ts';
import { play, type Played } from './conflicts/play.ts';
import { accessRequests } from './conflicts/request-subjects.ts';
import { openStage, type Stage } from './conflicts/stage.ts';
import type { Choice, Subject, SubjectType } from './conflicts/subjects.ts';
import { users } from './conflicts/user-subjects.ts';
import { printFigures } from './support/print-figures.ts';
import { tortureSettings } from './support/torture-settings.ts';

const document = inProject('docs', 'conflicts.md');
const { isLong } = tortureSettings({ short: 1, long: 1 });

/** Every pair of choices, in each order; only an administrator's decision can be the second one made without knowing. */
const pairsOf = (choices: readonly Choice[]): (readonly [Choice, Choice])[] =>
  choices
    .flatMap((first) => choices.map((second) => [first, second] as const))
    .filter(([first, second]) => !('invited' in first.by && 'invited' in second.by));

describe('two administrators who decide about the same', () => {
  let portal: PortalFixture;
  const tables = new Map<string, Played[]>();
  beforeAll(async () => {
    portal = await openPortalFixture();
  });
  afterAll(() => portal.close());

  async function playAll(stage: Stage, type: SubjectType): Promise<void> {
    const rows: Played[] = [];
    const pairs = pairsOf(type.choices);
    const subjects: Subject[] = [];
    while (subjects.length < pairs.length * 2) subjects.push(await type.add());
    await stage.first.pull();
    await stage.second.pull();
    for (const pair of pairs) {
      for (const knew of [false, true]) {
        const subject = subjects.pop();
        if (subject === undefined) throw new Error('There is one for each');
        // what changed nothing cannot be known either
        if (knew && rows.at(-1)?.firstEnding.status !== 'applied') continue;
        const played = await play(stage, subject, pair, knew);
        rows.push(played);
        await checkPlayed(stage, pair, played, `${type.title}: ${played.first}, ${played.second}, knew: ${knew}`);
      }
    }
    tables.set(type.title, rows);
  }

  /** What has to hold whatever was decided. */
  async function checkPlayed(stage: Stage, [, second]: readonly [Choice, Choice], played: Played, label: string) {
    const { subject, secondEnding } = played;
    for (const desk of [stage.first, stage.second]) {
      const versions = await subject.versions(desk.cache);
      expect(versions.desk, label).toBe(versions.service);
    }
    if (secondEnding.status !== 'refused' || 'invited' in second.by) return;
    // nothing is refused without a trace, and what is offered is possible
    const item = secondEnding.item;
    expect(item, label).not.toBeNull();
    const decided = stage.second.decide(second.by.intent(subject, () => stage.portal.chance.newId()));
    await stage.second.push();
    await stage.second.pull();
    const again = stage.second.endingOf(decided);
    expect(again.status === 'applied', `${label}: decided again`).toBe(item !== null && canDecideAgain(item));
  }

  const practice = () => createPeople({ database: portal.context.database, kind: portal.context.settings.database });
  const practiceWithAgencies = () =>
    createAgencies({ database: portal.context.database, kind: portal.context.settings.database });

  test('access request', async () => {
    const stage = await openStage(portal, await practice());
    await playAll(stage, accessRequests(stage));
  });

  test('user', async () => {
    const stage = await openStage(portal, await practice());
    for (const type of users(stage)) await playAll(stage, type);
  });

  test('invitation', async () => {
    const stage = await openStage(portal, await practice());
    await playAll(stage, invitations(stage));
  });

  test('billing agency', async () => {
    const stage = await openStage(portal, await practiceWithAgencies());
    for (const type of billingAgencies(stage)) await playAll(stage, type);
  });

  test('learn of it what docs/conflicts.md says', () => {
    const played = [...tables.values()].flat();
    printFigures('conflicts', {
      pairs: played.length,
      bothCarriedOut: played.filter(({ firstEnding, secondEnding }) => bothApplied(firstEnding, secondEnding)).length,
      refused: played.filter(({ secondEnding }) => secondEnding.status === 'refused').length,
    });
    const text = conflictDocument(tables);
    if (isLong) writeFileSync(document, text);
    expect(readFileSync(document, 'utf8')).toBe(text);
  });
});

const bothApplied = (first: Played['firstEnding'], second: Played['secondEnding']): boolean =>
  first.status === 'applied' && second.status === 'applied';
