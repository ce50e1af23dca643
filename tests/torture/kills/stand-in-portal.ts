import type { Command } from '../../../src-shared/domain/command.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { Change, FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';
import { linkedAccount, moment, organization, records, user, accessRequest } from '../../src-main/cache/records.ts';
import { effectOf } from './effect-of.ts';
import { below, type Random } from './seeded-random.ts';

/** Where every feed begins: behind what an older file of the tests says it has followed. */
const firstPosition = 100;
export interface PracticeSize {
  readonly users: number;
  readonly requests: number;
}

/** People of a practice, numbered from the practice's own thousands on. */
export const peopleOf = (place: number, size: PracticeSize): { users: number[]; requests: number[] } => ({
  users: Array.from({ length: size.users }, (_, n) => (place === 1 ? 0 : place * 1000) + n + 1),
  requests: Array.from({ length: size.requests }, (_, n) => (place === 1 ? 0 : place * 1000) + n + 1),
});

interface Practice {
  readonly records: Map<string, FeedRecord>;
  readonly changes: Change[];
  position: number;
  /** First arrivals, in order. */
  readonly arrivals: string[];
}

export const keyOf = ({ kind, entity: { id } }: FeedRecord): string => `${kind} ${id}`;

/**
 * What a portal knows, in the process that outlives the desk: every command that has ever arrived, its body, its
 * outcome, and what became of the people. Now and then a colleague changes somebody too.
 */
export class StandInPortal {
  readonly linkedAccounts: LinkedAccount[] = [];
  readonly outcomes = new Map<string, Outcome>();
  readonly bodies = new Map<string, string>();
  /** Ids that came a second time with another body. */
  readonly changedBodies: string[] = [];
  readonly #practices = new Map<string, Practice>();
  readonly #random: Random;

  /** `places` numbers the practices; the account is an administrator of all. */
  constructor(random: Random, places: Readonly<Record<number, PracticeSize>>) {
    this.#random = random;
    for (const [place, size] of Object.entries(places)) this.#addPractice(Number(place), size);
  }

  #addPractice(place: number, size: PracticeSize): void {
    const practice = organization(place);
    const { users, requests } = peopleOf(place, size);
    const people = [
      records.organization(practice),
      // one of them has changed since the older files of the tests were written
      ...users.map((n) => records.user(user(n, { organizationId: practice.id, version: n === 5 ? 2 : 1 }))),
      ...requests.map((n) => records.accessRequest(accessRequest(n, { organizationId: practice.id }))),
    ];
    this.linkedAccounts.push(linkedAccount(place, practice));
    this.#practices.set(practice.id, {
      records: new Map(people.map((record) => [keyOf(record), record])),
      changes: [],
      position: firstPosition,
      arrivals: [],
    });
  }

  #practice(organizationId: string): Practice {
    const practice = this.#practices.get(organizationId);
    if (practice === undefined) throw new Error(`There is no organization ${organizationId}`);
    return practice;
  }

  get organizationIds(): string[] {
    return [...this.#practices.keys()];
  }

  /** The commands of the organization, in the order in which each came first. */
  arrivals(organizationId: string): readonly string[] {
    return this.#practice(organizationId).arrivals;
  }

  records(organizationId: string): FeedRecord[] {
    return [...this.#practice(organizationId).records.values()];
  }

  snapshot(organizationId: string, after: string, limit: number) {
    const { records: all, position } = this.#practice(organizationId);
    const rest = [...all.keys()].filter((key) => key > after).sort();
    const keys = rest.slice(0, limit);
    const page = keys.flatMap((key) => all.get(key) ?? []);
    const next = rest.length > limit ? (keys.at(-1) ?? null) : null;
    return { records: page, next, position, total: all.size };
  }

  changes(organizationId: string, after: number, limit: number): { changes: Change[]; more: boolean } | 'truncated' {
    const { changes, position } = this.#practice(organizationId);
    if (after < position - changes.length) return 'truncated';
    const news = changes.filter((change) => change.position > after);
    return { changes: news.slice(0, limit), more: news.length > limit };
  }

  submit(command: Command): Outcome {
    const body = JSON.stringify(command);
    const before = this.bodies.get(command.id);
    if (before !== undefined && before !== body) this.changedBodies.push(command.id);
    const known = this.outcomes.get(command.id);
    if (known !== undefined) return known;
    const practice = this.#practice(command.organizationId);
    this.bodies.set(command.id, body);
    practice.arrivals.push(command.id);
    const outcome = this.#decide(practice, command);
    this.outcomes.set(command.id, outcome);
    if (this.#random() < 0.1) this.#colleague(practice);
    // whoever has not followed up to here has to load afresh
    if (this.#random() < 0.02) practice.changes.length = 0;
    return outcome;
  }

  #decide(practice: Practice, command: Command): Outcome {
    const refused = (error: Extract<Outcome, { status: 'refused' }>['error']): Outcome => ({
      status: 'refused',
      commandId: command.id,
      error,
    });
    if (this.#random() < 0.05) return refused({ code: 'last_administrator' });
    const subject = [...practice.records.values()].find(({ entity }) => entity.id === command.intent.subjectId);
    const effect = effectOf(subject, command);
    if ('error' in effect) return refused(effect.error);
    this.#put(practice, effect.record);
    const { version } = effect.record.entity;
    return { status: 'applied', commandId: command.id, version, position: practice.position };
  }

  #colleague(practice: Practice): void {
    const people = [...practice.records.values()].filter((record) => record.kind === 'user');
    const chosen = people[below(this.#random, people.length)];
    if (chosen === undefined) return;
    const entity = {
      ...chosen.entity,
      version: chosen.entity.version + 1,
      changedBy: 'Bo Lund',
      changedAt: moment(700),
    };
    this.#put(practice, { kind: 'user', entity });
  }

  #put(practice: Practice, record: FeedRecord): void {
    practice.position += 1;
    practice.records.set(keyOf(record), record);
    practice.changes.push({ position: practice.position, change: { op: 'put', record } });
  }
}
