import { useEffect, useRef } from 'react';
import type { EventName, EventPayload } from '../../src-shared/ipc/contract.ts';
import { subscribe } from './desk-client.ts';

/** Listens to the main process for as long as the component is on screen. The latest `listener` is called. */
export function useDeskEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => subscribe(name, (payload) => latest.current(payload)), [name]);
}
