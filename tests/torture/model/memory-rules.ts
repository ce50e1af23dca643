import type { Command, Intent } from '../../../src-shared/domain/command.ts';
import {
  accessOf,
  mayAct,
  type Access,
  type Permission,
  type PeopleAction,
  type Role,
} from '../../../src-shared/domain/permissions.ts';
import { invalidInput, type DeskError } from '../../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Practice } from './memory-practice.ts';

/** One command at the portal: who asks, as what, and when. */
export interface Case {
  readonly practice: Practice;
  readonly offered: readonly Permission[];
  readonly actor: { readonly accountId: string; readonly name: string; readonly access: Access };
  readonly command: Command;
  /** ISO 8601 */
  readonly at: string;
  /** Somebody's rights have changed. */
  readonly tell: (accountId: string) => void;
  /** Somebody has lost access here; they may have lost all. */
  readonly lost: (accountId: string) => void;
}

export interface MemoryEffect {
  readonly version: number;
  readonly position: number;
}

export type Carry<Kind extends Intent['kind']> = (
  decision: Case,
  intent: Extract<Intent, { kind: Kind }>,
) => Result<MemoryEffect>;

interface Standing {
  readonly version: number;
  readonly status: string;
  readonly changedBy: string | null;
  readonly changedAt: string;
}

const refuse = (code: DeskError['code'], { status, changedBy, changedAt }: Standing): Result<never> =>
  fail({ code, changedBy, changedAt, currentStatus: status });

export const conflict = (standing: Standing): Result<never> => refuse('version_conflict', standing);
export const illegal = (standing: Standing): Result<never> => refuse('illegal_transition', standing);
export const alreadyAdded = (standing: Standing): Result<never> => refuse('already_added', standing);

/** The first thing that is wrong, in the order in which it is asked. */
export function firstProblem(...checks: readonly (() => Result<null>)[]): Result<null> {
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return ok(null);
}

export const permitted =
  ({ actor }: Case, action: PeopleAction, subject?: Access, granted?: Access) =>
  (): Result<null> =>
    mayAct(actor.access, action, subject, granted) ? ok(null) : fail({ code: 'not_permitted' });

export const current =
  ({ command }: Case, standing: Standing) =>
  (): Result<null> =>
    command.baseVersion === standing.version ? ok(null) : conflict(standing);

export const holds = (isSo: boolean, otherwise: () => Result<never>) => (): Result<null> =>
  isSo ? ok(null) : otherwise();

/** The access that a choice amounts to; `invalid_input` names what the portal does not offer. */
export function grantedBy(
  { offered }: Case,
  choice: { role: Role; permissions: readonly Permission[] },
): Result<Access> {
  const problems = choice.permissions.flatMap((permission, place) =>
    offered.includes(permission) ? [] : [{ path: `permissions.${place}`, code: 'not_an_option' as const }],
  );
  return problems.length === 0 ? ok(accessOf(choice.role, choice.permissions, offered)) : fail(invalidInput(problems));
}
