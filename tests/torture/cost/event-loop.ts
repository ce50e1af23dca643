import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long things that were due waited for the event loop, in milliseconds. */
export interface EventLoopDelay {
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** The delay of this process while the work is done. */
export async function delayDuring<Value>(
  work: () => Promise<Value>,
): Promise<EventLoopDelay & { readonly value: Value }> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  const value = await work();
  histogram.disable();
  return { value, p99Ms: histogram.percentile(99) / 1e6, maxMs: histogram.max / 1e6 };
}
