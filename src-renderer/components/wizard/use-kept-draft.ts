import { useCallback, useEffect, useRef } from 'react';
import type { Step } from '../../../src-shared/portals/definition.ts';
import { invoke } from '../../lib/desk-client.ts';
import { useWizardDrafts, type WizardDraft } from './wizard-drafts.tsx';

/** From the last change until the disk has it. */
const pauseMs = 400;

export interface KeptDraft {
  /** In memory at once, on the disk a moment later. */
  keep(draft: WizardDraft): void;
  /** In memory alone: what nobody has touched yet. */
  remember(draft: WizardDraft): void;
  discard(): void;
}

/**
 * A wizard's draft, kept encrypted on this computer (main process: `drafts`), so that it survives a closed window.
 * `onFound` is told a draft of an earlier start of the app, if there is one. Where the disk refuses or cannot be read,
 * the wizard goes on without.
 */
export function useKeptDraft(key: string, steps: readonly Step[], onFound: (draft: WizardDraft) => void): KeptDraft {
  const { drafts, keep: remember, discard: forget } = useWizardDrafts();
  const known = useRef(drafts[key] !== undefined);
  const waiting = useRef<{ readonly timer: number; readonly write: () => void } | null>(null);
  const found = useRef(onFound);
  useEffect(() => {
    found.current = onFound;
  });

  useEffect(() => {
    if (known.current) return;
    let isGone = false;
    invoke('drafts.read', { key }).then(
      ({ draft }) => {
        const stepIndex = steps.findIndex(({ id }) => id === draft?.stepId);
        if (!isGone && draft !== null) found.current({ ...draft, stepIndex: Math.max(stepIndex, 0) });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [key, steps]);

  const settle = useCallback((): (() => void) | undefined => {
    const last = waiting.current;
    waiting.current = null;
    if (last !== null) clearTimeout(last.timer);
    return last?.write;
  }, []);
  // what waits is written when the wizard is left or the window closes
  useEffect(() => {
    const flush = () => settle()?.();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [settle]);

  return {
    keep: useCallback(
      (draft) => {
        remember(key, draft);
        settle();
        const { stepIndex, ...rest } = draft;
        const write = () => {
          waiting.current = null;
          const stepId = steps[stepIndex]?.id ?? '';
          invoke('drafts.keep', { key, draft: { ...rest, stepId } }).catch(() => undefined);
        };
        waiting.current = { timer: window.setTimeout(write, pauseMs), write };
      },
      [key, steps, remember, settle],
    ),
    remember: useCallback((draft) => remember(key, draft), [key, remember]),
    discard: useCallback(() => {
      settle();
      forget(key);
      invoke('drafts.discard', { key }).catch(() => undefined);
    }, [key, forget, settle]),
  };
}
