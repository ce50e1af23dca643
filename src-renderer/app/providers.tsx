import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { createPeopleViews, PeopleViewsProvider } from '../components/people/people-views.tsx';
import { createWizardDrafts, WizardDraftsProvider } from '../components/wizard/wizard-drafts.tsx';
import { NavigationProvider, type Navigation } from '../lib/navigation.tsx';
import { SurroundingsProvider, type Surroundings } from '../lib/surroundings.tsx';
import { colorSchemeInMemory } from './color-scheme-in-memory.ts';
import { cssVariablesResolver, theme } from '../theme.ts';

export interface ProvidersProps {
  /** Holds what the main process has answered. */
  readonly queryClient: QueryClient;
  readonly navigation: StoreApi<Navigation>;
  readonly surroundings: Surroundings;
  /** Of the content security policy: styles made at run time carry it. */
  readonly nonce: string;
  /** `test` leaves out transitions. */
  readonly env?: 'default' | 'test';
  readonly children: ReactNode;
}

/** Everything that the screens need around them. */
export function Providers({ queryClient, navigation, surroundings, nonce, env = 'default', children }: ProvidersProps) {
  const [colorSchemes] = useState(colorSchemeInMemory);
  const [drafts] = useState(createWizardDrafts);
  const [views] = useState(createPeopleViews);
  return (
    <QueryClientProvider client={queryClient}>
      <SurroundingsProvider value={surroundings}>
        <NavigationProvider store={navigation}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={cssVariablesResolver}
            defaultColorScheme="auto"
            colorSchemeManager={colorSchemes}
            getStyleNonce={() => nonce}
            env={env}
          >
            <WizardDraftsProvider store={drafts}>
              <PeopleViewsProvider store={views}>{children}</PeopleViewsProvider>
            </WizardDraftsProvider>
          </MantineProvider>
        </NavigationProvider>
      </SurroundingsProvider>
    </QueryClientProvider>
  );
}
