import type { StoreApi } from 'zustand/vanilla';
import { mainScreens } from '../../src-shared/ipc/window.ts';
import type { Navigation, Place } from '../lib/navigation.tsx';

/** Where a window starts whose address ends like this: on the screen that it showed last, else at home. */
export function placeIn(hash: string): Place {
  const screen = mainScreens.find((one) => `#${one}` === hash);
  return { screen: screen ?? 'home' };
}

/** Keeps the screen in the window's address, where a reload and the next start find it. */
export function keepInAddress(navigation: StoreApi<Navigation>, replace: (hash: string) => void): void {
  navigation.subscribe(({ place }) => {
    replace(mainScreens.some((screen) => screen === place.screen) ? `#${place.screen}` : '#home');
  });
}
