import type { DeskBridge } from '../../src-shared/ipc/bridge.ts';
import { events, procedures } from '../../src-shared/ipc/contract.ts';
import type {
  EventName,
  EventPayload,
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
} from '../../src-shared/ipc/contract.ts';
import { resultSchema } from '../../src-shared/ipc/procedure.ts';
import type { DeskError } from '../../src-shared/errors.ts';

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

/** Asks the main process. Rejects with `DeskFailure` for an expected failure. */
export async function invoke<Name extends ProcedureName>(
  name: Name,
  input: ProcedureInput<Name>,
): Promise<ProcedureOutput<Name>> {
  const answer = resultSchema(procedures[name].output).parse(await window.desk.invoke(name, input));
  if (!answer.ok) throw new DeskFailure(answer.error);
  return answer.value as ProcedureOutput<Name>;
}

/** Listens to the main process; call the answer to stop. */
export const subscribe = <Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): (() => void) =>
  window.desk.subscribe(name, (payload) => {
    listener(events[name].parse(payload) as EventPayload<Name>);
  });
