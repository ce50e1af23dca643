import type { Clipboard } from '../../../src-main/accounts/guided/copy-for-a-while.ts';

/** A clipboard in memory; `held` is what a person would paste. */
export function fakeClipboard(): Clipboard & { held: string } {
  const clipboard = {
    held: '',
    readText: () => clipboard.held,
    writeText(text: string) {
      clipboard.held = text;
    },
    clear() {
      clipboard.held = '';
    },
  };
  return clipboard;
}
