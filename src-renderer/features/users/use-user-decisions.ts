import { useCallback } from 'react';
import type { UserRow } from '../../../src-shared/ipc/people.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { fullName } from '../../components/people/person-columns.ts';
import { useDialog, type Dialog } from '../../components/people/use-dialog.ts';
import type { Decisions, Reverse } from '../../components/people/use-decisions.tsx';
import { formatQuantity } from '../../lib/format.ts';
import { actionLabel, intentFor, type DecisionDetails } from './user-intents.ts';
import type { UserAction } from './user-rules.ts';

/** A decision that a person is about to confirm. */
export interface Proposal {
  readonly action: UserAction;
  readonly users: readonly UserRow[];
}

export interface UserDecisions {
  readonly dialog: Dialog<Proposal>;
  readonly propose: (action: UserAction, users: readonly UserRow[]) => void;
  /** Keeps the decision for these users, which may be fewer than proposed. */
  readonly confirm: (users: readonly UserRow[], details: DecisionDetails) => Promise<void>;
}

/** From pressing an action to the decision that is kept. `onKept` follows a success. */
export function useUserDecisions({ decide }: Decisions, labels: PortalLabels, onKept: () => void): UserDecisions {
  const dialog = useDialog<Proposal>();
  const { open, close, subject: proposal } = dialog;
  return {
    dialog,
    propose: useCallback((action: UserAction, users: readonly UserRow[]) => open({ action, users }), [open]),
    confirm: async (users, details) => {
      if (proposal === null) return;
      const { action } = proposal;
      const kept = await decide(
        users.map(({ id }) => intentFor(action, id, details)),
        `${actionLabel(action, labels)}: ${nameOf(users)}`,
        reverseOf(action, users, labels),
      );
      // what could not be kept is still there to be tried again, reason and all
      if (kept === null) return;
      close();
      onKept();
    },
  };
}

const nameOf = (users: readonly UserRow[]): string => {
  const [only] = users.length === 1 ? users : [];
  return only === undefined ? formatQuantity(users.length, 'user', 'users') : fullName(only);
};

/** A revocation that was sent is taken back by restoring. */
function reverseOf(action: UserAction, users: readonly UserRow[], labels: PortalLabels): Reverse | undefined {
  if (action !== 'revoke-user') return undefined;
  return {
    label: labels.restoreUser,
    intents: users.map(({ id }) => intentFor('restore-user', id, { reason: null, access: null })),
    told: `${labels.restoreUser}: ${nameOf(users)}`,
  };
}
