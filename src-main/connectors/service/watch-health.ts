import { healthRoutes } from '../../../src-shared/portal-api/health.ts';
import type { Schedule } from '../../schedule.ts';
import type { PortalClient } from './portal-client.ts';

export interface HealthWatch {
  /** Null until the portal has answered, and where it sends real mail. */
  mailboxUrl(): string | null;
  /** Asks, again too, as after coming online: the service may be another one now. */
  ask(): void;
  stop(): void;
}

export interface HealthWatchSettings {
  readonly client: PortalClient;
  readonly schedule: Schedule;
  /** The answer is another one than before. */
  readonly onChanged: () => void;
}

const firstRetryMs = 1000;
const maxRetryMs = 30_000;

/** Asks how the portal service is until it answers, with growing pauses, once it is told to begin. */
export function watchHealth({ client, schedule, onChanged }: HealthWatchSettings): HealthWatch {
  let mailboxUrl: string | null = null;
  let cancel = (): void => {};
  /** Only the latest question counts. */
  let question = 0;

  async function ask(retryMs: number): Promise<void> {
    cancel();
    question += 1;
    const mine = question;
    const health = await client.callRoute(healthRoutes.health, { params: {}, query: {}, body: {} });
    if (mine !== question) return;
    if (!health.ok) {
      cancel = schedule(retryMs, () => {
        void ask(Math.min(2 * retryMs, maxRetryMs));
      });
      return;
    }
    const changed = mailboxUrl !== health.value.mailboxUrl;
    mailboxUrl = health.value.mailboxUrl;
    if (changed) onChanged();
  }

  return {
    mailboxUrl: () => mailboxUrl,
    ask() {
      void ask(firstRetryMs);
    },
    stop() {
      question += 1;
      cancel();
    },
  };
}
