import { createElement, lazy, useState, type ComponentType } from 'react';

/** A screen in a file of its own. */
export interface LoadedScreen {
  readonly Screen: ComponentType;
  /** Loads the file, once however often it is asked; rejects when it cannot be had, and then may be asked again. */
  readonly load: () => Promise<ComponentType>;
}

/**
 * Like `React.lazy`, but a screen whose file is there already is drawn at once. `lazy` suspends even then, and React
 * keeps the placeholder that it draws for a third of a second.
 */
export function loadedScreen<Name extends string>(
  file: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): LoadedScreen {
  let asked: Promise<ComponentType> | null = null;
  let loaded: ComponentType | null = null;
  const load = (): Promise<ComponentType> => {
    asked ??= file().then(
      (module) => (loaded = module[name]),
      (error: unknown) => {
        asked = null;
        throw error;
      },
    );
    return asked;
  };
  const Awaited = lazy(async () => ({ default: await load() }));
  function Screen() {
    // chosen once: another component in its place would lose what the screen holds
    const [shown] = useState(() => loaded ?? Awaited);
    return createElement(shown);
  }
  return { Screen, load };
}
