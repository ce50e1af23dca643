import type { ActEvent } from './act-event.ts';
import type { Step } from './strace.ts';

/**
 * What an act has said before the disk had it. A killed process loses nothing that it has written, a computer without
 * power everything that was not synced: "kept" must not be said before, and no command may leave before it is marked.
 */
export function saidTooEarly(steps: readonly Step[], events: readonly ActEvent[]): string[] {
  const wrongs: string[] = [];
  let isSynced = true;
  let said = 0;
  for (const step of steps) {
    if ('call' in step) {
      const { name, file } = step.call;
      if (file === 'wal' && name === 'pwrite64') isSynced = false;
      if (file === 'wal' && name.endsWith('sync')) isSynced = true;
    } else if (step.mark === 'said') {
      const event = events[said];
      said += 1;
      if (!isSynced && (event?.at === 'kept' || event?.at === 'arrived'))
        wrongs.push(`says ${event.at} before the disk has it`);
    }
  }
  return said === events.length ? wrongs : [...wrongs, 'says something without a mark'];
}
