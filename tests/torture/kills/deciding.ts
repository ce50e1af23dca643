import { v7 as newId } from 'uuid';
import type { Cache } from '../../../src-main/cache/cache.ts';
import type { Intent } from '../../../src-shared/domain/command.ts';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import { idOf, intents } from '../../src-main/cache/records.ts';
import { tell } from './child-event.ts';
import { below, pick, type Random } from './seeded-random.ts';
import type { peopleOf } from './stand-in-portal.ts';

export interface DecidingDesk {
  readonly cache: Cache;
  readonly accountId: string;
  readonly random: Random;
  /** By organization. */
  readonly people: ReadonlyMap<string, ReturnType<typeof peopleOf>>;
}

/** More than this neither waits nor lies about refused. */
const mostWaiting = 12;
const mostRefused = 8;

/** What one person does in a moment: decides, takes back, takes note of a refusal. Each is told before and after. */
export function decideSomething(desk: DecidingDesk): void {
  const organizationId = pick(desk.random, [...desk.people.keys()]);
  const items = desk.cache.outbox.list(organizationId);
  const refused = items.filter(({ state }) => state === 'refused');
  const waiting = items.filter(({ state }) => state !== 'refused');
  const chance = desk.random();
  if (refused.length > mostRefused || (chance < 0.15 && refused.length > 0)) dismiss(desk, pick(desk.random, refused));
  else if (waiting.length > mostWaiting || (chance < 0.35 && waiting.length > 0)) takeBack(desk, items, waiting);
  else decide(desk, organizationId);
}

function decide({ cache, accountId, random, people }: DecidingDesk, organizationId: string): void {
  const { users, requests } = people.get(organizationId) ?? { users: [], requests: [] };
  const commands = Array.from({ length: 1 + below(random, 3) }, () => ({
    id: newId(),
    organizationId,
    decidedAt: new Date().toISOString(),
    intent: intentAbout(random, users, requests),
  }));
  tell({ at: 'deciding', ids: commands.map(({ id }) => id) });
  const kept = cache.outbox.enqueue(accountId, organizationId, commands);
  tell(kept.ok ? { at: 'kept' } : { at: 'declined', code: kept.error.code });
}

function intentAbout(random: Random, users: readonly number[], requests: readonly number[]): Intent {
  const chance = random();
  if (chance < 0.1) return intents.deny(pick(random, requests));
  if (chance < 0.2) return { ...intents.invite(1), subjectId: newId() };
  // few people, so that decisions about the same one follow each other
  const n = users[below(random, Math.min(12, users.length))] ?? 1;
  const { revoke, restore, makeAdmin } = intents;
  return pick(random, [revoke, restore, makeAdmin])(n);
}

function takeBack({ cache, random }: DecidingDesk, items: readonly OutboxItem[], waiting: readonly OutboxItem[]): void {
  // the oldest is the one that may have left already
  const chosen = random() < 0.5 ? pick(random, waiting.slice(0, 1)) : pick(random, waiting);
  const about = items.filter(({ intent }) => intent.subjectId === chosen.intent.subjectId).map(({ id }) => id);
  const [organizationId] = items.map((item) => item.organizationId);
  tell({ at: 'taking-back', ids: about.slice(about.indexOf(chosen.id)) });
  cache.outbox.undo(chosen.id);
  const left = organizationId === undefined ? [] : cache.outbox.list(organizationId).map(({ id }) => id);
  tell({ at: 'taken-back', left });
}

function dismiss({ cache }: DecidingDesk, { id }: OutboxItem): void {
  tell({ at: 'dismissing', id });
  cache.outbox.dismiss(id);
  tell({ at: 'dismissed' });
}

/** Whom the desks of the tests decide about in their own name. */
export const ownAccountId = idOf('account', 1);
