/** What passes through all the proxies of a run, so that one request can wait for another. */
export interface Traffic {
  passed(proxy: number): void;
  /** Resolves when a request has passed through another proxy, or none will. */
  another(proxy: number): Promise<void>;
  /** Nobody waits any longer. */
  calm(): void;
}

export function createTraffic(): Traffic {
  const waiting = new Set<{ readonly proxy: number; go: () => void }>();
  let isCalm = false;
  const release = (which: (proxy: number) => boolean): void => {
    for (const one of waiting) {
      if (!which(one.proxy)) continue;
      waiting.delete(one);
      one.go();
    }
  };
  return {
    passed(proxy) {
      release((other) => other !== proxy);
    },
    another: (proxy) =>
      isCalm
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.add({ proxy, go: resolve });
          }),
    calm() {
      isCalm = true;
      release(() => true);
    },
  };
}
