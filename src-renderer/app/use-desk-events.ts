import { useQueryClient } from '@tanstack/react-query';
import { useGo } from '../lib/navigation.tsx';
import {
  guidedQueries,
  isAboutPeopleOf,
  planQueries,
  practiceQueries,
  queryKey,
  uploadQueries,
} from '../lib/query-keys.ts';
import { useDeskEvent } from '../lib/use-desk-event.ts';

/** Keeps what is on screen in step with the main process. */
export function useDeskEvents(): void {
  const queries = useQueryClient();
  const go = useGo();
  useDeskEvent('accounts.changed', () => {
    void queries.invalidateQueries({ queryKey: queryKey('accounts.list', {}) });
    void queries.invalidateQueries({ queryKey: ['commands.ofAccount'] });
    // whoever signs in anew agrees to the portal's disclaimer anew
    for (const name of planQueries) void queries.invalidateQueries({ queryKey: [name] });
  });
  useDeskEvent('app.stateChanged', () => void queries.invalidateQueries({ queryKey: queryKey('app.state', {}) }));
  useDeskEvent('people.changed', ({ organizationId }) => {
    void queries.invalidateQueries({ predicate: ({ queryKey: key }) => isAboutPeopleOf(key, organizationId) });
  });
  useDeskEvent('practice.changed', () => {
    for (const name of practiceQueries) void queries.invalidateQueries({ queryKey: [name] });
  });
  useDeskEvent('guided.changed', () => {
    for (const name of guidedQueries) void queries.invalidateQueries({ queryKey: [name] });
  });
  useDeskEvent('orders.uploadsChanged', () => {
    for (const name of uploadQueries) void queries.invalidateQueries({ queryKey: [name] });
  });
  useDeskEvent('sync.changed', (state) => {
    queries.setQueryData(queryKey('sync.state', { accountId: state.accountId }), state);
  });
  useDeskEvent('app.navigate', ({ screen }) => go({ screen }));
}
