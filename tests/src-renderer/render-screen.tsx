import { act, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { Providers } from '../../src-renderer/app/providers.tsx';
import { createNavigation, type Navigation, type Place } from '../../src-renderer/lib/navigation.tsx';
import { createQueryClient } from '../../src-renderer/lib/query-client.ts';
import type { Surroundings } from '../../src-renderer/lib/surroundings.tsx';
import { createFakeDesk, type FakeDesk } from './fake-desk.ts';
import { stillSurroundings } from './still-surroundings.ts';

export interface Screen extends RenderResult {
  readonly desk: FakeDesk;
  readonly person: UserEvent;
  readonly navigation: StoreApi<Navigation>;
}

/** Draws a screen inside everything that the product wraps around it, over a fake main process. */
export async function renderScreen(
  screen: ReactNode,
  options: { desk?: FakeDesk; place?: Place; surroundings?: Surroundings } = {},
): Promise<Screen> {
  const desk = options.desk ?? createFakeDesk();
  Object.defineProperty(window, 'desk', { value: desk.bridge, configurable: true, writable: true });
  const navigation = createNavigation(options.place ?? { screen: 'home' });
  const rendered = render(
    <Providers
      queryClient={createQueryClient()}
      navigation={navigation}
      surroundings={options.surroundings ?? stillSurroundings()}
      nonce=""
      env="test"
    >
      {screen}
    </Providers>,
  );
  // answers that are ready come before the test looks
  await act(async () => {
    await Promise.resolve();
  });
  return { ...rendered, desk, navigation, person: userEvent.setup() };
}
