import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';

/** What is kept of an unfinished wizard while the window is open: no secrets, nothing on disk. */
export interface WizardDraft {
  readonly answers: Answers;
  readonly stepIndex: number;
  readonly found: Eligibility | null;
}

interface WizardDrafts {
  readonly drafts: Readonly<Record<string, WizardDraft>>;
  keep(key: string, draft: WizardDraft): void;
  discard(key: string): void;
}

export const createWizardDrafts = (): StoreApi<WizardDrafts> =>
  createStore<WizardDrafts>((set) => ({
    drafts: {},
    keep: (key, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } })),
    discard: (key) =>
      set(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([kept]) => kept !== key)) })),
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
