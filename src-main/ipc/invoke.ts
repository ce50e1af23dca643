import { deskErrorSchema, fieldProblems, invalidInput, type DeskError } from '../../src-shared/errors.ts';
import { procedures, type ProcedureName } from '../../src-shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import { storageFailure } from '../cache/storage-failure.ts';
import { bugEntry, type Log } from '../log.ts';
import { VaultUnavailable } from '../vault/secret-store.ts';
import type { AppHandlers, DeskHandlers } from './handlers.ts';

/** Who calls, as Electron tells it. */
export interface Sender {
  /** Null when the frame is gone. */
  readonly url: string | null;
  readonly isMainFrame: boolean;
}

export interface InvokeSettings {
  /** Only the main frame of a page below this address may call. Ends with a slash. */
  readonly pageUrl: string;
  readonly appHandlers: AppHandlers;
  /** Settles when keychain and cache are open, or cannot be opened. */
  readonly deskHandlers: Promise<Result<DeskHandlers>>;
  readonly log: Log;
}

export type Invoke = (sender: Sender, name: unknown, input: unknown) => Promise<Result<unknown>>;

/**
 * The only way from a page to the main process: checks the sender, parses the input, carries the procedure out, and lets
 * nothing out but what the procedure's output schema names. Never rejects; a bug is logged and answered with `internal`.
 */
export function createInvoke({ pageUrl, appHandlers, deskHandlers, log }: InvokeSettings): Invoke {
  /** While keychain or cache cannot be opened, everything but the app's state is answered with the reason. */
  async function handlerOf(name: ProcedureName): Promise<Result<(input: unknown) => unknown>> {
    if (name === 'app.state') return ok(() => appHandlers[name]({}));
    const desk = await deskHandlers;
    if (!desk.ok) return desk;
    const handlers: AppHandlers & DeskHandlers = { ...appHandlers, ...desk.value };
    return ok(handlers[name] as (input: unknown) => unknown);
  }

  async function carryOut(name: ProcedureName, input: unknown): Promise<Result<unknown>> {
    const parsed = procedures[name].input.safeParse(input);
    if (!parsed.success) return fail(invalidInput(fieldProblems(parsed.error)));
    const handler = await handlerOf(name);
    if (!handler.ok) return handler;
    const result = (await handler.value(parsed.data)) as Result<unknown>;
    return result.ok ? ok(procedures[name].output.parse(result.value)) : fail(deskErrorSchema.parse(result.error));
  }

  return async (sender, name, input) => {
    if (sender.url?.startsWith(pageUrl) !== true || !sender.isMainFrame) {
      log({ level: 'warning', at: 'ipc', code: 'sender_refused' });
      return fail({ code: 'not_permitted' });
    }
    if (!isProcedure(name)) return fail(invalidInput([{ path: '', code: 'not_an_option' }]));
    try {
      return await carryOut(name, input);
    } catch (error) {
      log(bugEntry(name, error));
      return fail(failureOf(error));
    }
  };
}

const isProcedure = (name: unknown): name is ProcedureName =>
  typeof name === 'string' && Object.hasOwn(procedures, name);

/** Failures of the computer itself that can come up anywhere; all else is a bug. */
function failureOf(error: unknown): DeskError {
  if (error instanceof VaultUnavailable) return { code: 'keychain_unavailable' };
  return storageFailure(error) ?? { code: 'internal' };
}
