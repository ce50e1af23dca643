import { contextBridge, ipcRenderer } from 'electron';
import { eventChannel, eventNames, invokeChannel, procedureNames, type DeskBridge } from '../src-shared/ipc/bridge.ts';

type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

// one listener of Electron's for all of the page's, however many there are
ipcRenderer.on(eventChannel, (_, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

const desk: DeskBridge = {
  invoke(name, input) {
    if (!Object.hasOwn(procedureNames, name)) return Promise.reject(new Error('No such procedure'));
    return ipcRenderer.invoke(invokeChannel, name, input);
  },
  subscribe(name, listener) {
    if (!Object.hasOwn(eventNames, name)) throw new Error('No such event');
    const ofName = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, ofName.add(listener));
    return () => {
      ofName.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld('desk', desk);
