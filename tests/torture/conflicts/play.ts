import type { ConflictDesk, Ending } from './conflict-desk.ts';
import type { Stage } from './stage.ts';
import type { Choice, Subject } from './subjects.ts';

/** What the invited person got to see. */
export type Acceptance = { readonly status: 'applied' } | { readonly status: 'link-closed' };

export interface Played {
  readonly first: string;
  readonly second: string;
  /** Whether the second had seen what the first had decided. */
  readonly knew: boolean;
  readonly firstEnding: Ending | Acceptance;
  readonly secondEnding: Ending | Acceptance;
  readonly subject: Subject;
  readonly state: string;
}

/** A decision that was made, and is on its way or not yet. */
interface Made {
  send(): Promise<void>;
  ending(): Ending | Acceptance;
}

/**
 * Two decisions about one subject, the first one's at the service first. `knew: false`: both were made on the state
 * before, as by desks without a network. Both desks have to be up to date, and are so at the end.
 */
export async function play(
  stage: Stage,
  subject: Subject,
  choices: readonly [Choice, Choice],
  knew: boolean,
): Promise<Played> {
  const [first, second] = choices;
  const firstMade = make(stage, stage.first, first, subject);
  const early = knew ? null : make(stage, stage.second, second, subject);
  await firstMade.send();
  await stage.settle();
  if (knew) await stage.second.pull();
  const secondMade = early ?? make(stage, stage.second, second, subject);
  await secondMade.send();
  await stage.first.pull();
  await stage.second.pull();
  return {
    first: first.name,
    second: second.name,
    knew,
    firstEnding: firstMade.ending(),
    secondEnding: secondMade.ending(),
    state: await subject.state(),
    subject,
  };
}

function make(stage: Stage, desk: ConflictDesk, choice: Choice, subject: Subject): Made {
  if ('invited' in choice.by) return accept(stage, subject);
  const decided = desk.decide(choice.by.intent(subject, () => stage.portal.chance.newId()));
  return { send: () => desk.push(), ending: () => desk.endingOf(decided) };
}

function accept(stage: Stage, subject: Subject): Made {
  const link = new URL(subject.link?.() ?? '');
  let ending: Acceptance = { status: 'link-closed' };
  return {
    async send() {
      const reply = await stage.portal.app.inject({
        method: 'POST',
        url: link.pathname,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: link.searchParams.toString(),
      });
      if (reply.statusCode === 200) ending = { status: 'applied' };
    },
    ending: () => ending,
  };
}
