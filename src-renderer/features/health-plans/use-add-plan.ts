import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DeskError } from '../../../src-shared/errors.ts';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { planQueries } from '../../lib/query-keys.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { problemsOf, refusedFields, type PlanProblems, type TypedPlan } from './plan-form.ts';

const none: PlanProblems = new Map();

export interface AddPlan {
  /** What is wrong with the fields as they were submitted last. */
  readonly problems: PlanProblems;
  /** What went wrong that no field is to blame for. */
  readonly failure: DeskError | null;
  readonly isPending: boolean;
  submit(typed: TypedPlan): void;
}

/** Adds a plan to the account. The same decision keeps its id, however often it has to be sent. */
export function useAddPlan(accountId: string, onAdded: () => void): AddPlan {
  const { newId } = useSurroundings();
  const queries = useQueryClient();
  const [problems, setProblems] = useState<PlanProblems>(none);
  const sent = useRef<{ readonly what: string; readonly id: string } | null>(null);
  const add = useProcedureMutation('healthPlans.add', {
    onSuccess() {
      for (const name of planQueries) void queries.invalidateQueries({ queryKey: [name] });
      onAdded();
    },
  });
  const failure = add.error === null ? null : deskErrorOf(add.error);
  return {
    problems,
    failure: failure !== null && refusedFields(failure).size === 0 ? failure : null,
    isPending: add.isPending,
    submit(typed) {
      const found = problemsOf(typed);
      setProblems(found);
      if (found.size > 0) return;
      const { planId, taxIds } = typed;
      const what = JSON.stringify([planId, taxIds]);
      if (sent.current?.what !== what) sent.current = { what, id: newId() };
      add.mutate(
        { accountId, id: sent.current.id, planId, taxIds: [...taxIds] },
        { onError: (error) => setProblems(refusedFields(deskErrorOf(error))) },
      );
    },
  };
}
