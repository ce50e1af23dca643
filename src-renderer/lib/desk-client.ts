import type { DeskBridge } from '../../src-shared/ipc/bridge.ts';
import type {
  EventName,
  EventPayload,
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
} from '../../src-shared/ipc/contract.ts';
import type { DeskError } from '../../src-shared/errors.ts';
import type { Result } from '../../src-shared/result.ts';

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}

/** Carries an expected failure through promises, so that queries and mutations can show it. */
export class DeskFailure extends Error {
  override readonly name = 'DeskFailure';
  constructor(readonly error: DeskError) {
    super(error.code);
  }
}

/**
 * Asks the main process. Rejects with `DeskFailure` for an expected failure. The main process lets nothing out but what
 * the contract names, so its answers are taken as they are: it is this side that is not trusted.
 */
export async function invoke<Name extends ProcedureName>(
  name: Name,
  input: ProcedureInput<Name>,
): Promise<ProcedureOutput<Name>> {
  const answer = (await window.desk.invoke(name, input)) as Result<ProcedureOutput<Name>>;
  if (!answer.ok) throw new DeskFailure(answer.error);
  return answer.value;
}

/** Listens to the main process; call the answer to stop. */
export const subscribe = <Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): (() => void) =>
  window.desk.subscribe(name, (payload) => {
    listener(payload as EventPayload<Name>);
  });
