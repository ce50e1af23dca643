import { createContext, useContext, useEffect, useState } from 'react';
import { v7 } from 'uuid';

/** What the screens take from outside themselves besides the bridge. */
export interface Surroundings {
  now(): Date;
  /** A new UUIDv7. */
  newId(): string;
}

export const realSurroundings: Surroundings = { now: () => new Date(), newId: () => v7() };

const SurroundingsContext = createContext<Surroundings>(realSurroundings);

export const SurroundingsProvider = SurroundingsContext.Provider;

export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);

/** The time, renewed every `everyMs` milliseconds while on screen. */
export function useNow(everyMs: number): Date {
  const { now } = useSurroundings();
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, now]);
  return moment;
}
