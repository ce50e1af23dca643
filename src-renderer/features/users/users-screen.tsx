import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import type { KeptPerson } from '../../../src-shared/domain/kept-by-hand.ts';
import { roles } from '../../../src-shared/domain/permissions.ts';
import type { UserRow } from '../../../src-shared/ipc/people.ts';
import { useKeepPerson } from '../../components/guided/use-keep-person.tsx';
import { FilterBar } from '../../components/people/filter-bar.tsx';
import { FilterChips } from '../../components/people/filter-chips.tsx';
import { focusTable } from '../../components/people/focus-table.ts';
import { InviteButton } from '../../components/people/invite/invite-button.tsx';
import { PeopleScreen } from '../../components/people/people-screen.tsx';
import { askedUsers } from '../../components/people/people-view.ts';
import { usePeopleView } from '../../components/people/people-views.tsx';
import { PersonList } from '../../components/people/person-list.tsx';
import { useDecisions } from '../../components/people/use-decisions.tsx';
import { usePagedRows } from '../../components/people/use-paged-rows.ts';
import { useRowSelection } from '../../components/people/use-row-selection.ts';
import { RunningWaits } from '../../components/running-waits.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { roleTexts } from '../../lib/access-texts.ts';
import { useGo } from '../../lib/navigation.tsx';
import { useActiveOrganization, type ActiveOrganization } from '../../lib/use-active-organization.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { BulkBar } from './bulk-bar.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { EditAccessDialog } from './edit-access-dialog.tsx';
import { statusTexts, userColumns, userColumnWidths } from './user-columns.tsx';
import { UserMenu } from './user-menu.tsx';
import type { Situation } from './user-rules.ts';
import { useUserDecisions } from './use-user-decisions.ts';

const roleOptions = roles.map((value) => ({ value, label: roleTexts[value] }));
const statusOptions = (['active', 'pending', 'revoked'] as const).map((value) => ({
  value,
  label: statusTexts[value],
}));

/** Manage Users: who may use the portal for this organization, and what can be decided about them (C12, C13). */
export function UsersScreen() {
  const organization = useActiveOrganization();
  return <Users key={organization.organizationId} organization={organization} />;
}

/** The same inside of another screen, which has its own heading. */
export function UsersPanel() {
  const organization = useActiveOrganization();
  return <Users key={organization.organizationId} organization={organization} inside />;
}

interface UsersProps {
  readonly organization: ActiveOrganization;
  /** Another screen is around it. */
  readonly inside?: boolean;
}

function Users({ organization, inside = false }: UsersProps) {
  const { organizationId, portal, access, desk } = organization;
  const { labels } = portal;
  const [view, changeView] = usePeopleView(organizationId, 'users');
  const { search } = view;
  const { roles: shownRoles, statuses, sort } = view;
  const pages = usePagedRows('users.page', askedUsers(organizationId, view));
  const counts = useProcedure('users.counts', { organizationId });
  const decisions = useDecisions(organizationId);
  const { undo, dismiss } = decisions;
  const selection = useRowSelection(pages, decisions.tellTrouble);
  const { propose, dialog, confirm } = useUserDecisions(decisions, labels, selection.clear);

  const { addButton, edit, dialog: keepDialog } = useKeepPerson(organization, 'user');

  const { role, permissions } = access;
  const administrators = counts.data?.administrators ?? null;
  const situation = useMemo<Situation>(
    () => ({ actor: { role, permissions }, administrators }),
    [role, permissions, administrators],
  );
  const acts = useMemo(
    () => ({
      labels,
      situation,
      onAct: (action: Parameters<typeof propose>[0], user: Parameters<typeof propose>[1][number]) =>
        propose(action, [user]),
      onKeep: edit === null ? null : (user: Parameters<typeof propose>[1][number]) => edit(keptUser(user)),
      onUndo: (commandId: string) => void undo([commandId]),
      onDismiss: (commandId: string) => void dismiss(commandId),
    }),
    [labels, situation, propose, edit, undo, dismiss],
  );
  const columns = useMemo(() => userColumns(acts), [acts]);
  const menu = useMemo(() => (user: Parameters<typeof acts.onAct>[1]) => <UserMenu user={user} {...acts} />, [acts]);

  const { subject: proposal, opened, close } = dialog;
  const editing = proposal?.action === 'edit-role-and-permissions';
  const invite = <InviteButton organization={organization} />;
  const actions = (
    <>
      {addButton !== null && <ImportButton />}
      {addButton}
      {invite}
    </>
  );
  return (
    <PeopleScreen>
      {inside ? (
        <Group justify="flex-end" gap="sm" mb="md">
          {actions}
        </Group>
      ) : (
        <PageHeader
          title={labels.manageUsers}
          description={`Who may use the portal for ${organization.linkedAccount.organization.name}`}
          actions={actions}
        />
      )}
      <RunningWaits linked={organization.linkedAccount} only="approvals" />
      <FilterBar label="Search users" search={view.search} onSearch={(text) => changeView({ search: text })}>
        <FilterChips
          label="Role"
          options={roleOptions}
          chosen={shownRoles}
          onChange={(next) => changeView({ roles: next })}
        />
        <FilterChips
          label="Status"
          options={statusOptions}
          chosen={statuses}
          onChange={(next) => changeView({ statuses: next })}
        />
      </FilterBar>
      <PersonList
        label={labels.users}
        noun={['user', 'users']}
        pages={pages}
        columns={columns}
        widths={userColumnWidths}
        selection={selection}
        menu={menu}
        sort={{
          ...sort,
          onSort: (column) => changeView({ sort: nextSort(sort, column) }),
        }}
        narrowed={search !== '' || shownRoles.length > 0 || statuses.length > 0}
        onClearFilters={() => changeView({ search: '', roles: [], statuses: [] })}
        empty={{ title: 'No users yet', text: 'Invite the people who work with this Provider ID.', actions: invite }}
        {...(selection.count > 0
          ? {
              bar: (
                <BulkBar
                  selection={selection}
                  labels={labels}
                  onAct={(action) => {
                    focusTable(labels.users);
                    propose(action, selection.rows);
                  }}
                  onClear={() => {
                    focusTable(labels.users);
                    selection.clear();
                  }}
                />
              ),
            }
          : {})}
      />
      <EditAccessDialog
        opened={opened && editing}
        title={labels.editRoleAndPermissions}
        users={proposal?.users ?? []}
        situation={situation}
        offered={portal.permissions}
        defaultPermissions={portal.defaultPermissions}
        onClose={close}
        onDecide={(users, granted) => void confirm(users, { reason: null, access: granted })}
      />
      <DecisionDialog
        opened={opened && !editing}
        action={proposal === null || proposal.action === 'edit-role-and-permissions' ? 'revoke-user' : proposal.action}
        users={proposal?.users ?? []}
        situation={situation}
        ownEmail={desk.account.email}
        isGuided={desk.mode === 'guided'}
        labels={labels}
        onClose={close}
        onDecide={(users, reason) => void confirm(users, { reason, access: null })}
      />
      {keepDialog}
    </PeopleScreen>
  );
}

/** Takes over the user table of a portal's web site out of a file. */
function ImportButton() {
  const go = useGo();
  return (
    <Button variant="default" onClick={() => go({ screen: 'import-users' })}>
      Import from a CSV
    </Button>
  );
}

const keptUser = ({ id, email, firstName, lastName, role, permissions, status }: UserRow): KeptPerson => ({
  kind: 'user',
  id,
  email,
  firstName,
  lastName,
  role,
  permissions: [...permissions],
  status,
});

type Sort = ReturnType<typeof usePeopleView<'users'>>[0]['sort'];

const nextSort = (sort: Sort, column: string): Sort => ({
  column: sortColumns.find((known) => known === column) ?? sort.column,
  direction: sort.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
});

const sortColumns = ['name', 'email', 'role', 'status'] as const;
