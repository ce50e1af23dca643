import type { ProcedureInput, ProcedureName } from '../../src-shared/ipc/contract.ts';

/** The cache key of a procedure's answer. */
export const queryKey = <Name extends ProcedureName>(
  name: Name,
  input: ProcedureInput<Name>,
): readonly [Name, ProcedureInput<Name>] => [name, input];

/** Procedures whose answers change with the people of an organization (`people.changed`). */
export const peopleQueries: readonly ProcedureName[] = [
  'users.page',
  'users.counts',
  'invitations.page',
  'accessRequests.page',
  'billingAgencies.page',
  'commands.list',
  'commands.ofAccount',
  'guided.steps',
];

/** Procedures whose answers change with the practice profile (`practice.changed`). */
export const practiceQueries: readonly ProcedureName[] = ['practice.read', 'npiRegistry.state'];

/** Procedures whose answers change with what is kept by hand about an account (`guided.changed`). */
export const guidedQueries: readonly ProcedureName[] = ['guided.records', 'guided.deadlines', 'guided.steps'];

/** Procedures whose answers change when somebody signs in, agrees to a disclaimer or adds a plan (A11). */
export const planQueries: readonly ProcedureName[] = ['healthPlans.list', 'healthPlans.offered'];

/** Procedures whose answers change with the documents that are on their way (`orders.uploadsChanged`). */
export const uploadQueries: readonly ProcedureName[] = ['orders.uploads'];

/** Whether a cached query is about the people of this organization. */
export function isAboutPeopleOf(key: readonly unknown[], organizationId: string): boolean {
  const [name, input] = key;
  // an account's decisions are about people of all its organizations
  if (name === 'commands.ofAccount') return true;
  return (
    peopleQueries.some((query) => query === name) &&
    typeof input === 'object' &&
    input !== null &&
    'organizationId' in input &&
    input.organizationId === organizationId
  );
}
