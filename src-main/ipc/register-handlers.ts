import { ipcMain } from 'electron';
import { invokeChannel } from '../../src-shared/ipc/bridge.ts';
import { createInvoke, type InvokeSettings } from './invoke.ts';

/** Puts the whole contract on its one channel. To be called before a page loads. */
export function registerHandlers(settings: InvokeSettings): void {
  const invoke = createInvoke(settings);
  ipcMain.handle(invokeChannel, ({ senderFrame, sender }, name: unknown, input: unknown) =>
    invoke({ url: senderFrame?.url ?? null, isMainFrame: senderFrame === sender.mainFrame }, name, input),
  );
}
