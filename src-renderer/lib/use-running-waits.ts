import { runningWaits, type LinkedAccount, type RunningWait } from '../../src-shared/domain/organization.ts';
import { formatRecent, formatTimeLeft } from './format.ts';
import { useNow } from './surroundings.tsx';

/** Often enough that a button opens within seconds of its moment. */
const everyMs = 5_000;

/** The linked account's waits that run at this moment, the one that ends first at the head (D2). */
export const useRunningWaits = (linked: Pick<LinkedAccount, 'waits'>): RunningWait[] =>
  runningWaits(linked, useNow(everyMs));

/** Why nobody can be let in by this person yet, and for how long; null when they can be (D2). */
export function useWhyTooEarly(linked: Pick<LinkedAccount, 'waits'>): string | null {
  const now = useNow(everyMs);
  const wait = runningWaits(linked, now).find(({ id }) => id === 'approvals');
  return wait === undefined
    ? null
    : `Waiting until ${formatRecent(wait.until, now)}: ${wait.label} (${formatTimeLeft(wait.until, now)})`;
}
