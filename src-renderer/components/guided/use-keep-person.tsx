import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { KeptPerson } from '../../../src-shared/domain/kept-by-hand.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import type { ActiveOrganization } from '../../lib/use-active-organization.ts';
import { useDialog } from '../people/use-dialog.ts';
import { KeepPersonDialog } from './keep-person-dialog.tsx';

export interface KeepPerson {
  /** Adds somebody; nothing where the portal has a service. */
  readonly addButton: ReactNode;
  /** Null where the portal has a service: its rows are the portal's. */
  readonly edit: ((person: KeptPerson) => void) | null;
  /** Draw it once on the screen. */
  readonly dialog: ReactNode;
}

/** Keeps the people of a guided organization by hand, on the screens that show them. */
export function useKeepPerson(organization: ActiveOrganization, kind: KeptPerson['kind']): KeepPerson {
  const { newId } = useSurroundings();
  const { subject, opened, open, close } = useDialog<KeptPerson>();
  const [isNew, setIsNew] = useState(false);
  const edit = useCallback(
    (person: KeptPerson) => {
      setIsNew(false);
      open(person);
    },
    [open],
  );
  if (organization.desk.mode !== 'guided') return { addButton: null, edit: null, dialog: null };
  const add = () => {
    setIsNew(true);
    open(freshPerson(kind, newId(), organization));
  };
  return {
    addButton: (
      <Button variant="default" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={add}>
        Add by hand
      </Button>
    ),
    edit,
    dialog: (
      <KeepPersonDialog organization={organization} person={subject} isNew={isNew} opened={opened} onClose={close} />
    ),
  };
}

function freshPerson(kind: KeptPerson['kind'], id: string, { portal }: ActiveOrganization): KeptPerson {
  const person = { id, email: '', firstName: '', lastName: '' };
  const access = { role: 'user' as const, permissions: [...portal.defaultPermissions] };
  switch (kind) {
    case 'user':
      return { kind, ...person, ...access, status: 'active' };
    case 'invitation':
      return { kind, ...person, ...access, status: 'sent' };
    default:
      return { kind, ...person, phone: null, status: 'pending' };
  }
}
