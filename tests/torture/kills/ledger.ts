import { isDeepStrictEqual } from 'node:util';
import type { ChildEvent, FoundCommand, ShownRecords } from './child-event.ts';
import { keyOf, type StandInPortal } from './stand-in-portal.ts';

/** Where a decision stands, as far as it was told. `gone`: it was taken back, or never kept. */
type Fate = 'kept' | 'refused' | 'settled' | 'gone' | 'dismissed';

/** What must never be; each is counted. */
const wrongs = [
  /** Kept, and nowhere any more. */
  'lost',
  /** A part of what was decided at once. */
  'torn',
  /** Taken back, answered or dismissed, and there again. */
  'returned',
  /** Refused, and to be sent again. */
  'reopened',
  /** Nobody decided it. */
  'stray',
  /** It had arrived at the portal and could still be taken back. */
  'takable',
  /** Marked with an outcome that the portal never gave. */
  'pretended',
  /** Taken back or counted as refused, and sent all the same. */
  'sentAnyway',
  /** Came with another body under the same id. */
  'changedBody',
  /** Came before one that was decided earlier. */
  'outOfOrder',
  /** Still there when everything should have been sent. */
  'unsent',
  /** Shows somebody otherwise than the portal does. */
  'diverged',
  /** The file is damaged. */
  'damaged',
  /** Something can be read on the disk. */
  'inClear',
] as const;
type Wrong = (typeof wrongs)[number];
export type Wrongs = Record<Wrong, number>;

export const noWrongs = (): Wrongs => Object.fromEntries(wrongs.map((wrong) => [wrong, 0])) as Wrongs;

type OpenAct = { readonly about: 'deciding' | 'taking-back' | 'dismissing'; readonly ids: readonly string[] };

/** Keeps what one desk has said through all its lives, and compares it with what is found, here and at the portal. */
export class Ledger {
  readonly wrongs = noWrongs();
  readonly done = { kept: 0, takenBack: 0, dismissed: 0, opened: 0 };
  readonly #portal: StandInPortal;
  readonly #fates = new Map<string, Fate>();
  /** In order of decision. */
  readonly #places = new Map<string, number>();
  readonly #told = new Set<string>();
  #act: OpenAct | null = null;

  constructor(portal: StandInPortal) {
    this.#portal = portal;
  }

  get details(): string[] {
    return [...this.#told].slice(0, 20);
  }

  /** A command that an older version of the app has left in the file. */
  adopt(id: string, fate: 'kept' | 'refused'): void {
    this.#places.set(id, this.#places.size);
    this.#fates.set(id, fate);
  }

  /** What is wrong stays wrong, life after life, and counts once. */
  wrong(what: Wrong, detail: string): void {
    if (this.#told.has(`${what}: ${detail}`)) return;
    this.#told.add(`${what}: ${detail}`);
    this.wrongs[what] += 1;
  }

  note(event: ChildEvent): void {
    switch (event.at) {
      case 'opened':
        this.#opened(event);
        return;
      case 'deciding':
        for (const id of event.ids) this.#places.set(id, this.#places.size);
        this.#act = { about: 'deciding', ids: event.ids };
        return;
      case 'taking-back':
        this.#act = { about: 'taking-back', ids: event.ids };
        return;
      case 'dismissing':
        this.#act = { about: 'dismissing', ids: [event.id] };
        return;
      case 'kept':
        this.done.kept += this.#settleAct(() => 'kept');
        return;
      case 'declined':
        this.#settleAct(() => 'gone');
        return;
      case 'taken-back':
        this.done.takenBack += this.#settleAct((id) => (event.left.includes(id) ? null : 'gone'));
        return;
      case 'dismissed':
        this.done.dismissed += this.#settleAct(() => 'dismissed');
        return;
      case 'drained':
        this.#compare(event.records);
        return;
      default:
        throw new Error(`A desk did not work: ${JSON.stringify(event)}`);
    }
  }

  /** Answers how many commands have a new fate; `null` leaves a command what it was. */
  #settleAct(fateOf: (id: string) => Fate | null): number {
    let settled = 0;
    for (const id of this.#act?.ids ?? []) {
      const fate = fateOf(id);
      if (fate === null) continue;
      this.#fates.set(id, fate);
      settled += 1;
    }
    this.#act = null;
    return settled;
  }

  #opened({ integrity, isEncrypted, outbox, positions }: Extract<ChildEvent, { at: 'opened' }>): void {
    this.done.opened += 1;
    if (integrity !== 'ok') this.wrong('damaged', integrity);
    if (!isEncrypted) this.wrong('inClear', 'the header');
    const found = new Map(outbox.map((row) => [row.id, row]));
    this.#resolveAct(found);
    for (const [id, fate] of this.#fates) {
      const row = found.get(id);
      if (row === undefined) this.#missing(id, fate, positions);
      else this.#present(row, fate);
      if (fate === 'gone' && this.#portal.bodies.has(id)) this.wrong('sentAnyway', id);
    }
    for (const id of found.keys()) if (!this.#fates.has(id)) this.wrong('stray', id);
  }

  /** The kill came before the desk could say what came of the last act: either outcome is right, half of it is not. */
  #resolveAct(found: ReadonlyMap<string, FoundCommand>): void {
    if (this.#act === null) return;
    const { about, ids } = this.#act;
    const present = ids.filter((id) => found.has(id));
    if (about === 'deciding' && present.length > 0 && present.length < ids.length) this.wrong('torn', ids.join());
    this.#settleAct((id) => {
      if (found.has(id)) return about === 'deciding' ? 'kept' : null;
      return about === 'dismissing' ? 'dismissed' : 'gone';
    });
  }

  #missing(id: string, fate: Fate, positions: Readonly<Record<string, number>>): void {
    if (fate === 'refused') this.wrong('lost', `${id}, refused`);
    if (fate !== 'kept') return;
    const outcome = this.#portal.outcomes.get(id);
    // while an organization is loaded afresh nobody can say how far its feed had come
    const isLoading = this.#portal.organizationIds.some((organizationId) => !(organizationId in positions));
    const reached =
      outcome?.status === 'applied' && (isLoading || Object.values(positions).some((at) => at >= outcome.position));
    if (reached) this.#fates.set(id, 'settled');
    else this.wrong('lost', id);
  }

  #present({ id, state, mayHaveBeenSent, code }: FoundCommand, fate: Fate): void {
    const outcome = this.#portal.outcomes.get(id);
    if (fate === 'settled' || fate === 'gone' || fate === 'dismissed') this.wrong('returned', `${id}, ${fate}`);
    if (fate === 'refused' && state !== 'refused') this.wrong('reopened', id);
    if (fate === 'kept' && state === 'refused') this.#fates.set(id, 'refused');
    if (!mayHaveBeenSent && this.#portal.bodies.has(id)) this.wrong('takable', id);
    if (state === 'acknowledged' && outcome?.status !== 'applied') this.wrong('pretended', `${id}, applied`);
    if (state !== 'refused') return;
    if (code === 'earlier_refused' && this.#portal.bodies.has(id)) this.wrong('sentAnyway', id);
    if (code !== 'earlier_refused' && outcome?.status !== 'refused') this.wrong('pretended', `${id}, ${String(code)}`);
  }

  /** After the last life: everything that was kept has its answer, and came to the portal as it was decided. */
  finish(): void {
    for (const [id, fate] of this.#fates) if (fate === 'kept') this.wrong('unsent', id);
    for (const id of this.#portal.changedBodies) this.wrong('changedBody', id);
    for (const organizationId of this.#portal.organizationIds) {
      const places = this.#portal.arrivals(organizationId).map((id) => this.#places.get(id) ?? -1);
      for (const [at, place] of places.entries()) {
        if (place < 0) this.wrong('stray', `at the portal, ${String(at)}`);
        if (at > 0 && place <= (places[at - 1] ?? -1)) this.wrong('outOfOrder', `${organizationId}, ${String(at)}`);
      }
    }
  }

  #compare(shown: ShownRecords): void {
    const people = this.#portal.organizationIds
      .flatMap((id) => this.#portal.records(id))
      .filter(({ kind }) => kind !== 'organization');
    const told = new Map<string, unknown>(people.map((record) => [keyOf(record), record.entity]));
    for (const key of new Set([...told.keys(), ...Object.keys(shown)])) {
      if (isDeepStrictEqual(shown[key], told.get(key))) continue;
      this.wrong('diverged', `${key}: ${JSON.stringify(shown[key])}, not ${JSON.stringify(told.get(key))}`);
    }
  }
}
