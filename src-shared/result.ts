/** What an operation answers when failure is part of its contract. Bugs throw instead. */
export type Result<Value, Failure = import('./errors.ts').DeskError> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const fail = <Failure>(error: Failure): Result<never, Failure> => ({ ok: false, error });

/** For the `default` branch of a switch over a union: the type checker proves that nothing is left out. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
