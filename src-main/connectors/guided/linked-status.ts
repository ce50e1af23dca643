import type { LinkedAccount, MailedPin } from '../../../src-shared/domain/organization.ts';
import type { LinkedAccountStatus } from '../../../src-shared/domain/statuses.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { PortalDefinition, Proofs, Wait } from '../../../src-shared/portals/definition.ts';

/** Where an association stands by the route that was taken: a PIN by mail and an administrator are waited for (D6, D8). */
export function statusOfRoute({ proofs }: PortalDefinition, answers: Answers): LinkedAccountStatus {
  const route = proofs === undefined ? undefined : answers[proofs.field];
  if (route === 'mailed-pin') return 'awaiting-pin';
  return route === 'administrator' ? 'awaiting-administrator' : 'active';
}

export interface StatusSince {
  readonly status: LinkedAccountStatus;
  /** ISO 8601 */
  readonly at: string;
  readonly note: string | null;
}

/** The linked account in another status, with what belongs to it: waits of an active one (D2), the PIN of one that waits. */
export function inStatus(
  { waits: _over, pin: _used, ...linked }: LinkedAccount,
  { waits, proofs }: PortalDefinition,
  { status, at, note }: StatusSince,
): LinkedAccount {
  return {
    ...linked,
    status,
    statusReason: status === 'denied' || status === 'revoked' ? note : null,
    statusChangedAt: at,
    ...(status === 'active' && waits !== undefined ? { waits: waitsFrom(waits, at) } : {}),
    ...(status === 'awaiting-pin' && proofs !== undefined ? { pin: pinFrom(proofs, at) } : {}),
  };
}

/** D2: they run from when the association became active. */
const waitsFrom = (waits: readonly Wait[], at: string) =>
  waits.map(({ id, label, minutes }) => ({ id, label, until: after(at, minutes) }));

/** D8: nobody here learns when it was mailed, so that it counts from when it was asked for. */
const pinFrom = ({ mailedPin }: Proofs, at: string): MailedPin => ({
  requestedAt: at,
  mailedAt: null,
  expiresAt: after(at, mailedPin.expiresAfterDays * minutesPerDay),
  triesLeft: mailedPin.tries,
});

const minutesPerDay = 24 * 60;

const after = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();
