import type { QueryClient } from '@tanstack/react-query';
import { askForFirstRows } from '../components/people/use-paged-rows.ts';
import { askedUsers, freshView } from '../components/people/people-views.tsx';
import { activeAccountOf, activeLinkedAccountOf } from '../lib/use-active-organization.ts';
import type { Place } from '../lib/navigation.tsx';
import { askAhead } from '../lib/use-procedure.ts';

/**
 * Asks the main process for what the window starts with. Resolves when that has been answered, be it with a failure: the
 * first screen is then drawn once, with its rows.
 */
export async function askForFirstScreen(client: QueryClient, { screen }: Place): Promise<void> {
  const state = askAhead(client, 'app.state', {});
  const accounts = await askAhead(client, 'accounts.list', {});
  await state;
  const organizationId = activeLinkedAccountOf(activeAccountOf(accounts))?.organization.id;
  if (screen !== 'users' || organizationId === undefined) return;
  await Promise.all([
    askForFirstRows(client, 'users.page', askedUsers(organizationId, freshView.users)),
    askAhead(client, 'users.counts', { organizationId }),
  ]);
}
