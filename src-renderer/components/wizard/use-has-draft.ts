import { useQuery } from '@tanstack/react-query';
import { invoke } from '../../lib/desk-client.ts';
import { useWizardDrafts } from './wizard-drafts.tsx';

/** Whether somebody left answers in the wizard with this key, in this window or before; false until the disk has told. */
export function useHasDraft(key: string): boolean {
  const { drafts } = useWizardDrafts();
  const kept = useQuery({
    queryKey: ['drafts.read', { key }],
    queryFn: () => invoke('drafts.read', { key }),
    // wizards change what is kept without telling
    staleTime: 0,
    gcTime: 0,
  });
  const draft = drafts[key] ?? kept.data?.draft;
  return draft !== undefined && draft !== null && Object.keys(draft.answers).length > 0;
}
