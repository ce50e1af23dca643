import { useEffect, useState } from 'react';
import { useSurroundings } from './surroundings.tsx';

export interface Countdown {
  /** Whole seconds, rounded up; 0 when nothing is counted. */
  readonly secondsLeft: number;
  start(ms: number): void;
}

/** Counts down to a moment, second by second; from `firstMs` right away. */
export function useCountdown(firstMs = 0): Countdown {
  const { now } = useSurroundings();
  const [at, setAt] = useState(() => now().getTime());
  const [endsAt, setEndsAt] = useState(firstMs === 0 ? 0 : at + firstMs);
  const running = at < endsAt;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setAt(now().getTime()), 500);
    return () => clearInterval(timer);
  }, [running, now]);
  return {
    secondsLeft: Math.max(0, Math.ceil((endsAt - at) / 1000)),
    start: (ms) => {
      const start = now().getTime();
      setAt(start);
      setEndsAt(start + ms);
    },
  };
}
