import { seededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import type { Decided } from './decided.ts';
import { createDecider } from './decider.ts';
import type { Client } from './open-clients.ts';

/** Decisions that wait on one desk at most, so that it sees what became of the others. */
const backlog = 25;
const batch = 5;
/** So many decisions are made on one look at the screens. */
const perLook = 100;

/** Decides in both organizations, as fast as the desk gets rid of its decisions. */
export async function decideAll({ name, desk, organizationIds, spared }: Client, count: number): Promise<Decided[]> {
  const random = seededRandom(`decisions ${name}`);
  const { cache, decisions } = desk;
  await desk.until(() => organizationIds.every((id) => cache.feed.state(id).position !== null));
  const places = organizationIds.map((organizationId) => ({
    organizationId,
    decider: createDecider({ cache, organizationId, spared, random }),
    commandIds: [] as string[],
    untilLook: 0,
  }));
  for (let made = 0; made < count;) {
    await desk.until(() => desk.waiting() < backlog);
    const place = random.pick(places);
    if (place.untilLook <= 0) {
      place.decider.look();
      place.untilLook = perLook;
    }
    const intents = Array.from({ length: Math.min(random.between(1, batch), count - made) }, () =>
      place.decider.next(),
    );
    for (const group of [intents, ...intents.map((intent) => [intent])]) {
      const kept = decisions.submit(place.organizationId, group);
      // all or none: without whoever is not on this computer any more the others are decided one by one
      if (!kept.ok && kept.error.code !== 'not_found') throw new Error(kept.error.code);
      if (!kept.ok) continue;
      place.commandIds.push(...kept.value.commandIds);
      made += group.length;
      if (group === intents) break;
    }
    place.untilLook -= intents.length;
  }
  return places.map(({ organizationId, commandIds }) => ({ desk, organizationId, commandIds }));
}
