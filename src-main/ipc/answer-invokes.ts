import { ipcMain } from 'electron';
import { invokeChannel } from '../../src-shared/ipc/bridge.ts';
import type { Invoke } from './invoke.ts';

/** Puts the whole contract on its one channel; what is asked before `ready` settles waits for it. */
export function answerInvokes(ready: Promise<Invoke>): void {
  ipcMain.handle(invokeChannel, async ({ senderFrame, sender }, name: unknown, input: unknown) => {
    const from = { url: senderFrame?.url ?? null, isMainFrame: senderFrame === sender.mainFrame };
    const invoke = await ready;
    return invoke(from, name, input);
  });
}
