import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import { pageInput, pageKey, rowsPerPage } from '../components/people/page-of-rows.ts';
import { askedUsers, freshView } from '../components/people/people-view.ts';
import { activeAccountOf, activeLinkedAccountOf } from '../lib/active-account.ts';
import { invoke } from '../lib/desk-client.ts';
import type { Place } from '../lib/navigation.tsx';
import { queryKey } from '../lib/query-keys.ts';

/** Answers by the cache keys of their queries. */
export type FirstAnswers = readonly (readonly [key: readonly unknown[], answer: unknown])[];

/**
 * Asks the main process for what the window starts with: the first screen is then drawn once, with its rows. What failed
 * is not among the answers: whoever draws it asks again, and tells what went wrong.
 */
export async function askForFirstScreen({ screen }: Place): Promise<FirstAnswers> {
  const answers: [key: readonly unknown[], answer: unknown][] = [];
  async function ask<Name extends ProcedureName>(
    name: Name,
    input: ProcedureInput<Name>,
    key: readonly unknown[] = queryKey(name, input),
  ): Promise<ProcedureOutput<Name> | undefined> {
    try {
      const answer = await invoke(name, input);
      answers.push([key, answer]);
      return answer;
    } catch {
      return undefined;
    }
  }
  const state = ask('app.state', {});
  const accounts = await ask('accounts.list', {});
  await state;
  const organizationId = activeLinkedAccountOf(activeAccountOf(accounts))?.organization.id;
  if (screen !== 'users' || organizationId === undefined) return answers;
  const users = askedUsers(organizationId, freshView.users);
  const first = pageInput<'users.page'>(users, { after: null, skip: 0, limit: rowsPerPage });
  await Promise.all([
    ask('users.page', first, pageKey('users.page', users, 0)),
    ask('users.counts', { organizationId }),
  ]);
  return answers;
}
