import { createElement, lazy, useState, type ComponentType } from 'react';

/** A component in a file of its own. */
export interface LoadedLater<Props extends object> {
  readonly Component: ComponentType<Props>;
  /** Loads the file, once however often it is asked; rejects when it cannot be had, and then may be asked again. */
  readonly load: () => Promise<ComponentType<Props>>;
}

/**
 * Like `React.lazy`, but what is loaded already is drawn at once. `lazy` suspends even then, and React keeps the
 * placeholder that it draws for a third of a second.
 */
export function loadedLater<Name extends string, Props extends object>(
  file: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): LoadedLater<Props> {
  let asked: Promise<ComponentType<Props>> | null = null;
  let loaded: ComponentType<Props> | null = null;
  const load = (): Promise<ComponentType<Props>> => {
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
  function Component(props: Props) {
    // chosen once: another component in its place would lose what this one holds
    const [shown] = useState<ComponentType<Props>>(() => loaded ?? (Awaited as unknown as ComponentType<Props>));
    return createElement(shown, props);
  }
  return { Component, load };
}
