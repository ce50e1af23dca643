import type { EventName, ProcedureName } from './contract.ts';

/** The two channels of the bridge. */
export const invokeChannel = 'desk:invoke';
export const eventChannel = 'desk:event';

/** What the preload script puts on `window.desk`: nothing else of the main process can be reached from a page. */
export interface DeskBridge {
  /** Answers a `Result`; the caller parses it with the procedure's output schema. */
  invoke(name: ProcedureName, input: unknown): Promise<unknown>;
  /** Calls back with the payload of each event until the returned function is called. */
  subscribe(name: EventName, listener: (payload: unknown) => void): () => void;
}
