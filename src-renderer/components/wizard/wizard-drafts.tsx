import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { Step } from '../../../src-shared/portals/definition.ts';

/** What is kept of an unfinished wizard while the window is open: no secrets. The disk has it a moment later. */
export interface WizardDraft {
  readonly answers: Answers;
  readonly stepIndex: number;
  readonly found: Eligibility | null;
}

/** What the last wizard that was completed had brought; no secrets, nothing on disk. */
export interface CompletedWizard {
  readonly portalId: string;
  readonly steps: readonly Step[];
  readonly answers: Answers;
}

interface WizardDrafts {
  readonly drafts: Readonly<Record<string, WizardDraft>>;
  readonly completed: CompletedWizard | null;
  keep(key: string, draft: WizardDraft): void;
  discard(key: string): void;
  complete(completed: CompletedWizard): void;
  forgetCompleted(): void;
}

export const createWizardDrafts = (): StoreApi<WizardDrafts> =>
  createStore<WizardDrafts>((set) => ({
    drafts: {},
    completed: null,
    keep: (key, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } })),
    discard: (key) =>
      set(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([kept]) => kept !== key)) })),
    complete: (completed) => set({ completed }),
    forgetCompleted: () => set({ completed: null }),
  }));

const WizardDraftsContext = createContext<StoreApi<WizardDrafts> | null>(null);

export const WizardDraftsProvider = ({ store, children }: { store: StoreApi<WizardDrafts>; children: ReactNode }) => (
  <WizardDraftsContext value={store}>{children}</WizardDraftsContext>
);

/** The drafts themselves and how to keep and discard one. */
export function useWizardDrafts(): WizardDrafts {
  const store = useContext(WizardDraftsContext);
  if (store === null) throw new Error('WizardDraftsProvider is missing');
  return useStore(store);
}
