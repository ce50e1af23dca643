import { z } from 'zod';
import { idSchema, momentSchema } from '../../src-shared/domain/identifier.ts';
import { runningWaits } from '../../src-shared/domain/organization.ts';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import type { Cache } from '../cache/cache.ts';
import type { Schedule } from '../schedule.ts';

export interface SystemNotice {
  readonly title: string;
  readonly body: string;
}

export interface WaitWatchSettings {
  readonly cache: Pick<Cache, 'accounts' | 'preferences'>;
  readonly schedule: Schedule;
  readonly now: () => Date;
  /** Shows a notification of the system. */
  readonly notify: (notice: SystemNotice) => void;
}

/** Tells once, by a notification of the system, when a wait after an association is over (D2). */
export interface WaitWatch {
  /** Looks at what is cached and at the clock: at start, when linked accounts have changed, and when the computer woke up. */
  look(): void;
  stop(): void;
}

const pendingSchema = z.array(
  z.object({ linkedAccountId: idSchema, waitId: z.string(), until: momentSchema, title: z.string(), body: z.string() }),
);
type Pending = z.infer<typeof pendingSchema>[number];

const preference = 'waits-to-tell';
/** Who comes back after longer finds out by themselves. */
const staleMs = 24 * 60 * 60_000;

/**
 * What is to be told is kept until it was, so that a wait that ends while the app is closed is told at its next start, and
 * a list from the portal that no longer shows it takes nothing away.
 */
export function createWaitWatch({ cache, schedule, now, notify }: WaitWatchSettings): WaitWatch {
  let cancel = (): void => undefined;

  function kept(): Pending[] {
    const text = cache.preferences.get(preference);
    const parsed = text === null ? null : pendingSchema.safeParse(JSON.parse(text));
    return parsed?.success === true ? parsed.data : [];
  }

  function keep(before: readonly Pending[], pending: readonly Pending[]): void {
    const text = JSON.stringify(pending);
    if (text === JSON.stringify(before)) return;
    if (pending.length === 0) cache.preferences.remove(preference);
    else cache.preferences.set(preference, text);
  }

  /** Everything that runs now, and what ran before and was not told, of linked accounts that are still active. */
  function toTell(before: readonly Pending[], at: Date): Pending[] {
    const all = cache.accounts
      .list()
      .flatMap(({ account, linkedAccounts }) =>
        linkedAccounts
          .filter(({ status }) => status === 'active')
          .map((linked) => ({ linked, portalName: findPortal(account.portalId)?.name ?? account.portalId })),
      );
    return all.flatMap(({ linked, portalName }) => {
      const running = runningWaits(linked, at).map((wait) => ({
        linkedAccountId: linked.id,
        waitId: wait.id,
        until: wait.until,
        title: `Possible now: ${wait.label}`,
        body: `${linked.organization.name}, ${portalName}`,
      }));
      const over = before.filter(
        ({ linkedAccountId, waitId }) =>
          linkedAccountId === linked.id && running.every((wait) => wait.waitId !== waitId),
      );
      return [...over, ...running];
    });
  }

  function look(): void {
    cancel();
    const at = now();
    const before = kept();
    const all = toTell(before, at);
    const isOver = ({ until }: Pending): boolean => new Date(until) <= at;
    const waiting = all.filter((wait) => !isOver(wait));
    // kept first: what cannot be kept as told would be told at every start
    keep(before, waiting);
    for (const { until, title, body } of all.filter(isOver))
      if (at.getTime() - new Date(until).getTime() < staleMs) notify({ title, body });
    const next = Math.min(...waiting.map(({ until }) => new Date(until).getTime()));
    cancel = Number.isFinite(next) ? schedule(next - at.getTime(), look) : () => undefined;
  }

  return {
    look,
    stop() {
      cancel();
    },
  };
}
