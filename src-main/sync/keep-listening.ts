import type { Hint } from '../../src-shared/portal-api/changes.ts';
import type { Connector } from '../connectors/connector.ts';
import { backoffMs } from './machine.ts';
import type { Schedule } from '../schedule.ts';

export interface ListeningSettings {
  readonly connector: Connector;
  readonly schedule: Schedule;
  readonly random: () => number;
  readonly onHint: (hint: Hint) => void;
  /** The stream has opened: hints may have been missed before. */
  readonly onOpen: () => void;
  readonly onBroken: () => void;
  readonly onBug: (error: unknown) => void;
}

/** A stream of hints that is opened again, with backoff, whenever it breaks. */
export interface Listening {
  /** Tries again now if it waits; `afresh` also gives up a stream that seems to be open (after the computer slept). */
  retry(afresh: boolean): void;
  isOpen(): boolean;
  stop(): void;
}

/** A stream that lasted this long counts as working; one that opens and breaks at once must not be opened without end. */
const steadyAfterMs = 10_000;

export function keepListening(settings: ListeningSettings): Listening {
  const { connector, schedule, random } = settings;
  let stream: AbortController | null = null;
  let open = false;
  let failures = 0;
  let stopped = false;
  let cancelTimer = (): void => {};

  const listen = async (mine: AbortController): Promise<void> => {
    const opened = (): void => {
      if (stream !== mine) return;
      open = true;
      cancelTimer = schedule(steadyAfterMs, () => {
        failures = 0;
      });
      settings.onOpen();
    };
    try {
      await connector.listen(
        (hint) => {
          if (stream === mine) settings.onHint(hint);
        },
        mine.signal,
        opened,
      );
    } catch (error) {
      settings.onBug(error);
    }
    if (stream === mine) again();
  };

  const connect = (): void => {
    cancelTimer();
    stream = new AbortController();
    void listen(stream);
  };

  const again = (): void => {
    stream = null;
    const wasOpen = open;
    open = false;
    failures += 1;
    cancelTimer();
    cancelTimer = schedule(backoffMs(failures, random()), connect);
    if (wasOpen) settings.onBroken();
  };

  const abandon = (): void => {
    const old = stream;
    stream = null;
    open = false;
    old?.abort();
  };

  connect();
  return {
    retry(afresh) {
      if (stopped) return;
      if (afresh) abandon();
      if (stream === null) connect();
    },
    isOpen: () => open,
    stop() {
      stopped = true;
      cancelTimer();
      abandon();
    },
  };
}
