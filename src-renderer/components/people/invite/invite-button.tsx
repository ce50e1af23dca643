import { Badge, Button, Tooltip } from '@mantine/core';
import { IconMailPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { formatQuantity } from '../../../lib/format.ts';
import { loadedLater } from '../../../lib/loaded-later.ts';
import { useWhyTooEarly } from '../../../lib/use-running-waits.ts';
import type { ActiveOrganization } from '../../../lib/use-active-organization.ts';
import { usePeopleView } from '../people-views.tsx';

/** Its form and its rules are not needed before somebody is invited. */
export const inviteDialog = loadedLater(() => import('./invite-dialog.tsx'), 'InviteDialog');

const mayNotInvite = 'You need the permission “Manage users” to invite people.';

/** Opens the pop-up that invites people (C10). Shows how many are in a list that is not sent yet. */
export function InviteButton({ organization }: { readonly organization: ActiveOrganization }) {
  const [opened, setOpened] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const [{ list }] = usePeopleView(organization.organizationId, 'invitation');
  const label = organization.portal.labels.inviteNewUser;
  const icon = <IconMailPlus size={18} aria-hidden />;
  const tooEarly = useWhyTooEarly(organization.linkedAccount);
  const whyNot = organization.mayAct('invite') ? tooEarly : mayNotInvite;
  if (whyNot !== null) {
    return (
      <Tooltip label={whyNot} events={{ hover: true, focus: true, touch: true }}>
        <Button leftSection={icon} data-disabled aria-disabled aria-description={whyNot}>
          {label}
        </Button>
      </Tooltip>
    );
  }
  return (
    <div>
      <Button
        leftSection={icon}
        onClick={() => {
          setOpened(true);
          setWasOpened(true);
        }}
        {...(list.length === 0
          ? {}
          : {
              'aria-description': `${formatQuantity(list.length, 'person', 'people')} in the list`,
              rightSection: (
                <Badge circle variant="white" aria-hidden>
                  {list.length}
                </Badge>
              ),
            })}
      >
        {label}
      </Button>
      {wasOpened && (
        <Suspense>
          <inviteDialog.Component organization={organization} opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </div>
  );
}
