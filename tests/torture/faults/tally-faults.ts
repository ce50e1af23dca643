import { faults, type Fault } from './fault.ts';
import type { Client } from './open-clients.ts';

/** What the proxies did while they were not calm. */
export interface TrafficFigures {
  readonly requests: number;
  readonly faulted: number;
  readonly faults: Readonly<Record<Fault, number>>;
}

export function tallyFaults(clients: readonly Client[]): TrafficFigures {
  const total = (fault: Fault): number =>
    clients.reduce((sum, { proxy: { tally } }) => sum + (tally.faults.get(fault) ?? 0), 0);
  const counts = Object.fromEntries(faults.map((fault) => [fault, total(fault)])) as Record<Fault, number>;
  return {
    requests: clients.reduce((sum, { proxy: { tally } }) => sum + tally.requests, 0),
    faulted: Object.values(counts).reduce((sum, count) => sum + count, 0),
    faults: counts,
  };
}
