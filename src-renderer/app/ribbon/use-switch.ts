import { useMutation } from '@tanstack/react-query';
import { useActiveAccount } from '../../lib/use-active-organization.ts';
import { invoke } from '../../lib/desk-client.ts';
import type { RibbonChoice } from './ribbon-choices.ts';

/** Moves the window to another linked account, of this account or another one; works offline (C9). */
export function useSwitch(onDone: () => void): { switchTo: (choice: RibbonChoice) => void; error: Error | null } {
  const activeAccountId = useActiveAccount()?.desk.account.id;
  const mutation = useMutation({
    mutationFn: async ({ accountId, linked, current }: RibbonChoice) => {
      if (current) return;
      if (linked !== null) await invoke('linkedAccounts.activate', { accountId, linkedAccountId: linked.id });
      if (accountId !== activeAccountId) await invoke('accounts.activate', { accountId });
    },
    onSuccess: onDone,
  });
  return { switchTo: (choice) => mutation.mutate(choice), error: mutation.error };
}
