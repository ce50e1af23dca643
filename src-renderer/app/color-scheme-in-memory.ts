import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

/** Holds the color scheme for the window's life only: the main process keeps the choice, the page stores nothing. */
export function colorSchemeInMemory(): MantineColorSchemeManager {
  let chosen: MantineColorScheme | null = null;
  return {
    get: (otherwise) => chosen ?? otherwise,
    set: (value) => {
      chosen = value;
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      chosen = null;
    },
  };
}
