import { Badge, Button, Tooltip } from '@mantine/core';
import { IconMailPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formatQuantity } from '../../../lib/format.ts';
import type { ActiveOrganization } from '../../../lib/use-active-organization.ts';
import { usePeopleView } from '../people-views.tsx';
import { InviteDialog } from './invite-dialog.tsx';

const whyNot = 'You need the permission “Manage users” to invite people.';

/** Opens the pop-up that invites people (C10). Shows how many are in a list that is not sent yet. */
export function InviteButton({ organization }: { readonly organization: ActiveOrganization }) {
  const [opened, setOpened] = useState(false);
  const [{ list }] = usePeopleView(organization.organizationId, 'invitation');
  const label = organization.portal.labels.inviteNewUser;
  const icon = <IconMailPlus size={18} aria-hidden />;
  if (!organization.mayAct('invite')) {
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
        onClick={() => setOpened(true)}
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
      <InviteDialog organization={organization} opened={opened} onClose={() => setOpened(false)} />
    </div>
  );
}
