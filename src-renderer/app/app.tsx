import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { usePlace } from '../lib/navigation.tsx';
import { useProcedure } from '../lib/use-procedure.ts';
import { DeskFrame } from './desk-frame.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { isEntryPlace } from './screens.tsx';
import { StartupProblem } from './startup-problem.tsx';
import { useDeskEvents } from './use-desk-events.ts';
import { deskErrorOf } from '../lib/desk-error.ts';

/** The whole window. */
export const App = () => (
  <ErrorBoundary>
    <Window />
  </ErrorBoundary>
);

function Window() {
  useDeskEvents();
  const place = usePlace();
  const state = useProcedure('app.state', {});
  const accounts = useProcedure('accounts.list', {});
  useChosenColorScheme(state.data?.colorScheme);

  const problem = state.isError ? deskErrorOf(state.error) : state.data?.problem;
  if (problem !== undefined && problem !== null) {
    const retry = () => void Promise.all([state.refetch(), accounts.refetch()]);
    return <StartupProblem error={problem} onRetry={retry} retrying={state.isFetching} />;
  }
  if (accounts.isError) {
    return (
      <StartupProblem
        error={deskErrorOf(accounts.error)}
        onRetry={() => void accounts.refetch()}
        retrying={accounts.isFetching}
      />
    );
  }
  if (state.data === undefined || accounts.data === undefined) return null;
  const isNew = accounts.data.accounts.length === 0;
  return isNew || isEntryPlace(place) ? <EntryFrame isNew={isNew} /> : <DeskFrame />;
}

function useChosenColorScheme(chosen: 'auto' | 'light' | 'dark' | undefined): void {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (chosen !== undefined && chosen !== colorScheme) setColorScheme(chosen);
  }, [chosen, colorScheme, setColorScheme]);
}
