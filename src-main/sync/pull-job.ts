import type { FeedRepository } from '../cache/cache.ts';
import type { Connector } from '../connectors/connector.ts';

/** One organization to be brought up to date, and what the work on it may use. */
export interface PullJob {
  readonly feed: FeedRepository;
  readonly connector: Connector;
  readonly organizationId: string;
  readonly now: () => Date;
  /** Lets the event loop do something else between two transactions. */
  readonly yieldNow: () => Promise<void>;
  /** True once the cache must not be written any more. */
  readonly stopped: () => boolean;
  /** True when something more urgent is to be done after the page that is being worked on. */
  readonly interrupted: () => boolean;
  readonly onRows: () => void;
  readonly onProgress: (progress: { loaded: number; total: number } | null) => void;
}
