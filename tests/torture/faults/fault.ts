import type { SeededRandom } from '../../../src-portal/seeds/seeded-random.ts';

/** Everything that happens to requests on their way. */
export const faults = [
  /** Closed as soon as the connection is there. */
  'refuse',
  /** Reset when the request begins to arrive; nothing of it reaches the service. */
  'reset-before',
  /** The service gets the first part of the request, then a reset. */
  'reset-middle',
  /** The service does its work; its answer is dropped with the connection. */
  'drop-answer',
  /** The service does its work; its answer breaks off. */
  'truncate',
  /** Both ways take a while. */
  'delay',
  /** The request arrives after its sender has given up. */
  'late-request',
  /** The answer would come after its reader has given up. */
  'late-answer',
  /** The service gets the request twice at the same time; either answer goes back. */
  'duplicate',
  /** Held back until a later request of another connection has passed. */
  'overtaken',
  /** Passes, and arrives a second time some requests later. */
  'replay',
  /** The service does its work; its answer is replaced with a 500. */
  '500-after',
  /** A 503 with Retry-After; the service is not asked. */
  '503',
  /** A 401 that says that the session has ended; the service is not asked. */
  '401',
  /** The access token expires before the request arrives: the service itself answers 401. */
  'expired-token',
] as const;
export type Fault = (typeof faults)[number];

/** Of all requests. */
const faultedShare = 0.3;

/** Null for a request that passes unharmed. */
export const drawFault = (random: SeededRandom): Fault | null =>
  random.chance(faultedShare) ? random.pick(faults) : null;
