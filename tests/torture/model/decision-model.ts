import type { Intent } from '../../../src-shared/domain/command.ts';
import type { ErrorCode } from '../../../src-shared/errors.ts';

/**
 * waiting -> may-have-been-sent -> applied | refused, and waiting -> undone | refused. `refused` straight from `waiting`
 * is what happens to a decision that counted on one that was refused.
 */
export type Fate = 'waiting' | 'may-have-been-sent' | 'applied' | 'refused' | 'undone';

/** Something that a person decided and that the desktop said it keeps. */
export interface Decision {
  readonly id: string;
  readonly organizationId: string;
  readonly intent: Intent;
  /** The version of the subject that was on the screen; 0 for what the portal did not know. */
  readonly seen: number;
  /** The version that it has to be sent with. */
  base: number;
  fate: Fate;
  error: ErrorCode | null;
  /** With `applied`: the feed's position that carries the effect. */
  position: number | null;
  /** Nothing of it is to be seen any more: dismissed, undone, or its effect is in the rows. */
  isOver: boolean;
}

/** The life of decisions as it is promised. What cannot be throws. */
export class DecisionModel {
  /** In the order in which they were decided. */
  readonly decisions: Decision[] = [];

  decided(organizationId: string, decided: readonly { id: string; intent: Intent; seen: number }[]): void {
    for (const { id, intent, seen } of decided) {
      const before = this.about(organizationId, intent.subjectId).findLast(
        ({ fate, isOver }) => fate !== 'refused' && !isOver,
      );
      const base = before === undefined ? seen : Math.max(seen, before.base + 1);
      this.decisions.push({
        id,
        organizationId,
        intent,
        seen,
        base,
        fate: 'waiting',
        error: null,
        position: null,
        isOver: false,
      });
    }
  }

  sent(id: string, base: number): void {
    const decision = this.get(id);
    if (decision.fate !== 'waiting' && decision.fate !== 'may-have-been-sent')
      throw new Error(`Sent although ${decision.fate}`);
    if (decision.base !== base) throw new Error(`Sent with version ${base} instead of ${decision.base}`);
    const overtaken = this.open(decision.organizationId).find((other) => this.#isBefore(other, decision));
    if (overtaken !== undefined) throw new Error(`Sent before ${overtaken.intent.kind}, which was decided earlier`);
    decision.fate = 'may-have-been-sent';
  }

  applied(id: string, position: number): void {
    Object.assign(this.#underWay(id), { fate: 'applied', position });
  }

  refused(id: string, code: ErrorCode): void {
    const decision = this.#underWay(id);
    Object.assign(decision, { fate: 'refused', error: code });
    for (const later of this.countingOn(decision)) Object.assign(later, { fate: 'refused', error: 'earlier_refused' });
  }

  /** Answers what the person is told. */
  undo(id: string): ErrorCode | null {
    const decision = this.get(id);
    if (decision.isOver) return 'not_found';
    if (decision.fate !== 'waiting') return 'command_in_flight';
    for (const later of this.countingOn(decision)) {
      if (decision.base === 0) Object.assign(later, { fate: 'undone', isOver: true });
      else later.base -= 1;
    }
    Object.assign(decision, { fate: 'undone', isOver: true });
    return null;
  }

  dismiss(id: string): ErrorCode | null {
    const decision = this.get(id);
    if (decision.isOver) return 'not_found';
    if (decision.fate !== 'refused') return 'command_in_flight';
    decision.isOver = true;
    return null;
  }

  get(id: string): Decision {
    const decision = this.decisions.find((each) => each.id === id);
    if (decision === undefined) throw new Error(`Nobody decided ${id}`);
    return decision;
  }

  about = (organizationId: string, subjectId: string): Decision[] =>
    this.decisions.filter((each) => each.organizationId === organizationId && each.intent.subjectId === subjectId);

  /** Not answered and not taken back. */
  open = (organizationId: string): Decision[] =>
    this.decisions.filter(
      ({ organizationId: its, fate }) =>
        its === organizationId && (fate === 'waiting' || fate === 'may-have-been-sent'),
    );

  /** What a person finds in the lists: open ones, and refused ones until they are dismissed. */
  listed = (organizationId: string): Decision[] =>
    this.decisions.filter(
      ({ organizationId: its, fate, isOver }) => its === organizationId && !isOver && fate !== 'applied',
    );

  /** Later decisions on the subject, each of which was made as if the one before had taken effect. */
  countingOn(decision: Decision): Decision[] {
    const counting: Decision[] = [];
    for (const other of this.about(decision.organizationId, decision.intent.subjectId)) {
      if (!this.#isBefore(decision, other) || other.fate !== 'waiting') continue;
      if (decision.base !== 0 && other.base !== decision.base + counting.length + 1) break;
      counting.push(other);
    }
    return counting;
  }

  #isBefore = (one: Decision, other: Decision): boolean => this.decisions.indexOf(one) < this.decisions.indexOf(other);

  #underWay(id: string): Decision {
    const decision = this.get(id);
    if (decision.fate !== 'may-have-been-sent') throw new Error(`Answered although ${decision.fate}`);
    return decision;
  }
}
