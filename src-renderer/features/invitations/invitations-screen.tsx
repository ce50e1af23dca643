import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { KeptPerson } from '../../../src-shared/domain/kept-by-hand.ts';
import { invitationStatuses } from '../../../src-shared/domain/statuses.ts';
import type { InvitationRow } from '../../../src-shared/ipc/people.ts';
import { useKeepPerson } from '../../components/guided/use-keep-person.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FilterBar } from '../../components/people/filter-bar.tsx';
import { FilterChips } from '../../components/people/filter-chips.tsx';
import { InviteButton } from '../../components/people/invite/invite-button.tsx';
import { PeopleScreen } from '../../components/people/people-screen.tsx';
import { usePeopleView } from '../../components/people/people-views.tsx';
import { fullName } from '../../components/people/person-columns.ts';
import { PersonList } from '../../components/people/person-list.tsx';
import { useDecisions } from '../../components/people/use-decisions.tsx';
import { useDialog } from '../../components/people/use-dialog.ts';
import { usePagedRows } from '../../components/people/use-paged-rows.ts';
import { useNow } from '../../lib/surroundings.tsx';
import { useActiveOrganization, type ActiveOrganization } from '../../lib/use-active-organization.ts';
import { invitationColumns, invitationColumnWidths } from './invitation-columns.tsx';
import { InvitationMenu } from './invitation-menu.tsx';
import type { InvitationAction } from './invitation-rules.ts';
import { statusTexts } from './invitation-texts.ts';

const statusOptions = invitationStatuses.map((value) => ({ value, label: statusTexts[value] }));
const minuteMs = 60_000;

/** Who was invited, what became of it, and resending or cancelling it. */
export function InvitationsScreen() {
  const organization = useActiveOrganization();
  return <Invitations key={organization.organizationId} organization={organization} />;
}

function Invitations({ organization }: { readonly organization: ActiveOrganization }) {
  const { organizationId, access } = organization;
  const [view, changeView] = usePeopleView(organizationId, 'invitations');
  const { search } = view;
  const pages = usePagedRows('invitations.page', { organizationId, search, statuses: [...view.statuses] });
  const { decide, undo, dismiss } = useDecisions(organizationId);
  const { subject: cancelling, opened, open, close } = useDialog<InvitationRow>();
  const now = useNow(minuteMs);

  const { addButton, edit, dialog: keepDialog } = useKeepPerson(organization, 'invitation');

  const { role, permissions } = access;
  const acts = useMemo(
    () => ({
      actor: { role, permissions },
      now,
      onAct: (action: InvitationAction, invitation: InvitationRow) => {
        if (action === 'resend-invitation') {
          const told = `Resend: ${fullName(invitation)}`;
          void decide([{ kind: action, subjectId: invitation.id, payload: {} }], told);
          return;
        }
        open(invitation);
      },
      onKeep: edit === null ? null : (invitation: InvitationRow) => edit(keptInvitation(invitation)),
      onUndo: (commandId: string) => void undo([commandId]),
      onDismiss: (commandId: string) => void dismiss(commandId),
    }),
    [role, permissions, now, decide, undo, dismiss, open, edit],
  );
  const columns = useMemo(() => invitationColumns(acts), [acts]);
  const menu = useMemo(
    () => (invitation: InvitationRow) => <InvitationMenu invitation={invitation} {...acts} />,
    [acts],
  );

  const invite = <InviteButton organization={organization} />;
  return (
    <PeopleScreen>
      <PageHeader
        title="Invitations"
        description={`Who was invited to use the portal for ${organization.linkedAccount.organization.name}`}
        actions={
          <>
            {addButton}
            {invite}
          </>
        }
      />
      <FilterBar label="Search invitations" search={view.search} onSearch={(text) => changeView({ search: text })}>
        <FilterChips
          label="Status"
          options={statusOptions}
          chosen={view.statuses}
          onChange={(statuses) => changeView({ statuses })}
        />
      </FilterBar>
      <PersonList
        label="Invitations"
        noun={['invitation', 'invitations']}
        pages={pages}
        columns={columns}
        widths={invitationColumnWidths}
        menu={menu}
        narrowed={search !== '' || view.statuses.length > 0}
        onClearFilters={() => changeView({ search: '', statuses: [] })}
        empty={{
          title: 'No invitations yet',
          text: 'People who you invite by email are listed here until they join.',
          actions: invite,
        }}
      />
      <ConfirmDialog
        opened={opened}
        onClose={close}
        onConfirm={() => {
          close();
          if (cancelling === null) return;
          const told = `Cancel invitation: ${fullName(cancelling)}`;
          void decide([{ kind: 'cancel-invitation', subjectId: cancelling.id, payload: {} }], told);
        }}
        title={cancelling === null ? '' : `Cancel the invitation of ${fullName(cancelling)}?`}
        confirmLabel="Cancel invitation"
        dismissLabel="Keep it"
      >
        <Text size="sm">
          The link that was sent to {cancelling?.email} stops working. You can invite the person again later.
        </Text>
      </ConfirmDialog>
      {keepDialog}
    </PeopleScreen>
  );
}

const keptInvitation = (row: InvitationRow): KeptPerson => {
  const { id, email, firstName, lastName, role, permissions, status } = row;
  return { kind: 'invitation', id, email, firstName, lastName, role, permissions: [...permissions], status };
};
