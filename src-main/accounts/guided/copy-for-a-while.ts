import type { Schedule } from '../../schedule.ts';

/** The system's clipboard. */
export interface Clipboard {
  readText(): string | Promise<string>;
  writeText(text: string): unknown;
  clear(): unknown;
}

/** Puts values on the system's clipboard, from where they are pasted into a portal's page. */
export interface ValueCopier {
  /** A secret value is taken off after 30 seconds, unless something else has been copied since. */
  copy(text: string, isSecret: boolean): Promise<void>;
  /** Takes a secret off at once: the app ends. */
  forget(): Promise<void>;
}

export const secretLifeMs = 30_000;

export interface ValueCopierSettings {
  readonly clipboard: Clipboard;
  readonly schedule: Schedule;
  readonly onBug: (error: unknown) => void;
}

export function createValueCopier({ clipboard, schedule, onBug }: ValueCopierSettings): ValueCopier {
  let secret: string | null = null;
  let cancel = (): void => {};

  async function forget(): Promise<void> {
    cancel();
    const mine = secret;
    secret = null;
    if (mine === null) return;
    const held = clipboard.readText();
    // without waiting where nothing has to be waited for: the app may be about to end
    if ((typeof held === 'string' ? held : await held) === mine) await clipboard.clear();
  }

  return {
    forget,
    async copy(text, isSecret) {
      cancel();
      secret = isSecret ? text : null;
      if (isSecret) cancel = schedule(secretLifeMs, () => void forget().catch(onBug));
      await clipboard.writeText(text);
    },
  };
}
