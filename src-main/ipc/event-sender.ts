import { events, type EventName, type EventPayload } from '../../src-shared/ipc/contract.ts';
import type { Schedule } from '../schedule.ts';

export type Emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

export interface EventSenderSettings {
  /** Hands an event to the window, if there is one. */
  readonly send: (name: EventName, payload: unknown) => void;
  readonly schedule: Schedule;
}

/** The least time between two events that say the same: a first load changes rows a hundred times a second. */
export const restMs = 100;

/**
 * Tells the window what its contract knows, and nothing else. The first of several equal events goes out at once, the
 * last one after a rest; those between are dropped.
 */
export function createEventSender({ send, schedule }: EventSenderSettings): Emit {
  /** By what the event is about: null while the rest after the last one has brought no other. */
  const resting = new Map<string, (() => void) | null>();

  function sendAndRest(about: string, deliver: () => void): void {
    deliver();
    resting.set(about, null);
    schedule(restMs, () => {
      const latest = resting.get(about) ?? null;
      resting.delete(about);
      if (latest !== null) sendAndRest(about, latest);
    });
  }

  return (name, payload) => {
    const told = events[name].parse(payload);
    const deliver = (): void => {
      send(name, told);
    };
    const about = `${name} ${subjectOf(told)}`;
    if (name === 'app.navigate') deliver();
    else if (resting.has(about)) resting.set(about, deliver);
    else sendAndRest(about, deliver);
  };
}

function subjectOf(payload: object): string {
  if ('organizationId' in payload) return String(payload.organizationId);
  return 'accountId' in payload ? String(payload.accountId) : '';
}
