import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useLayoutEffect, useRef, useState } from 'react';
import { formatQuantity } from '../../../lib/format.ts';
import { useSurroundings } from '../../../lib/surroundings.tsx';
import type { ActiveOrganization } from '../../../lib/use-active-organization.ts';
import { useProcedureMutation } from '../../../lib/use-procedure.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import type { ListedPerson } from '../people-view.ts';
import { usePeopleView } from '../people-views.tsx';
import { InviteForm, type InviteFormHandle } from './invite-form.tsx';
import { InviteList } from './invite-list.tsx';
import { InviteResults } from './invite-results.tsx';
import type { InvitedPerson } from './read-invitations.ts';

export interface InviteDialogProps {
  readonly organization: ActiveOrganization;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** As many commands as one submission takes (src-shared/ipc/people.ts). */
const mostAtOnce = 500;

/** Invite New User: fields, Add to List, Send Invitation, and then what became of each (C10). */
export function InviteDialog({ organization, opened, onClose }: InviteDialogProps) {
  const [{ list }] = usePeopleView(organization.organizationId, 'invitation');
  const close = () => {
    if (list.length > 0) {
      notifications.show({
        closeButtonProps: { 'aria-label': 'Close' },
        message: `${formatQuantity(list.length, 'person is', 'people are')} kept in the list, not invited yet.`,
      });
    }
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={organization.portal.labels.inviteNewUser}
      size={900}
      yOffset="4dvh"
      closeOnClickOutside={false}
    >
      <Invitation organization={organization} onClose={close} />
    </Modal>
  );
}

function Invitation({ organization, onClose }: Omit<InviteDialogProps, 'opened'>) {
  const { organizationId, portal, access } = organization;
  const { newId } = useSurroundings();
  const [{ list, typed }, change] = usePeopleView(organizationId, 'invitation');
  const form = useRef<InviteFormHandle>(null);
  const listed = useRef(list);
  useLayoutEffect(() => {
    listed.current = list;
  }, [list]);
  const [invited, setInvited] = useState<readonly InvitedPerson[]>([]);
  const submit = useProcedureMutation('commands.submit');

  const put = (next: readonly ListedPerson[]) => {
    listed.current = next;
    change({ list: next });
  };
  const add = (people: readonly ListedPerson[]) => {
    const known = new Map(listed.current.map((person) => [person.email, person]));
    for (const person of people) known.set(person.email, person);
    put([...known.values()].slice(0, mostAtOnce));
  };
  const remove = (person: ListedPerson) => put(listed.current.filter(({ email }) => email !== person.email));

  const send = async () => {
    if (form.current === null || !(await form.current.flush()) || listed.current.length === 0) return;
    const people = listed.current.map((person) => ({ ...person, invitationId: newId() }));
    submit.mutate(
      {
        organizationId,
        intents: people.map(({ invitationId, permissions, ...person }) => ({
          kind: 'invite-user',
          subjectId: invitationId,
          payload: { ...person, permissions: [...permissions] },
        })),
      },
      {
        onSuccess: () => {
          setInvited(people);
          change({ list: [], typed: null });
        },
      },
    );
  };

  if (invited.length > 0) {
    return (
      <InviteResults
        organizationId={organizationId}
        invited={invited}
        onCorrect={(person) => {
          setInvited([]);
          change({ typed: person });
        }}
        onMore={() => setInvited([])}
        onClose={onClose}
      />
    );
  }
  return (
    <Stack gap="md">
      <InviteForm
        ref={form}
        portal={portal}
        actor={access}
        list={list}
        typed={typed}
        onTyped={(next) => change({ typed: next })}
        onAdd={add}
      />
      <InviteList
        list={list}
        onRemove={remove}
        onEdit={(person) => {
          void form.current?.flush().then((done) => {
            if (!done) return;
            remove(person);
            form.current?.load(person);
            change({ typed: person });
          });
        }}
      />
      {submit.error !== null && <ErrorNotice error={submit.error} />}
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          Several at once: paste lines such as “Anna Berg &lt;anna@example.com&gt;”.
        </Text>
        <Button onClick={() => void send()} loading={submit.isPending}>
          {portal.labels.sendInvitation}
        </Button>
      </Group>
    </Stack>
  );
}
