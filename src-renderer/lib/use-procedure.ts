import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import { invoke } from './desk-client.ts';
import { queryKey } from './query-keys.ts';

export interface ProcedureOptions {
  /** Ask only while true. Default true. */
  readonly enabled?: boolean;
  /** While another input is being asked, go on showing the last answer. Default false. */
  readonly keepPrevious?: boolean;
}

/** A procedure's answer, kept until an event says that it has changed. `error` is a `DeskFailure` for an expected failure. */
export function useProcedure<Name extends ProcedureName>(
  name: Name,
  input: ProcedureInput<Name>,
  options: ProcedureOptions = {},
): UseQueryResult<ProcedureOutput<Name>> {
  return useQuery<ProcedureOutput<Name>>({
    ...procedureQuery(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true
      ? { placeholderData: (previous: ProcedureOutput<Name> | undefined) => keepPreviousData(previous) as never }
      : {}),
  });
}

const procedureQuery = <Name extends ProcedureName>(name: Name, input: ProcedureInput<Name>) => ({
  queryKey: queryKey(name, input),
  queryFn: () => invoke(name, input),
});

export interface ProcedureMutationOptions<Name extends ProcedureName> {
  readonly onSuccess?: (answer: ProcedureOutput<Name>, input: ProcedureInput<Name>) => void;
}

/** Asks the main process to do something when `mutate` is called. */
export function useProcedureMutation<Name extends ProcedureName>(
  name: Name,
  options: ProcedureMutationOptions<Name> = {},
): UseMutationResult<ProcedureOutput<Name>, Error, ProcedureInput<Name>> {
  return useMutation<ProcedureOutput<Name>, Error, ProcedureInput<Name>>({
    mutationFn: (input) => invoke(name, input),
    onSuccess: (answer, input) => {
      options.onSuccess?.(answer, input);
    },
  });
}
