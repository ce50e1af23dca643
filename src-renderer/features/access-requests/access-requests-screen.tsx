import { Button, Group, Kbd, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Intent } from '../../../src-shared/domain/command.ts';
import type { KeptPerson } from '../../../src-shared/domain/kept-by-hand.ts';
import type { Access } from '../../../src-shared/domain/permissions.ts';
import { accessRequestStatuses } from '../../../src-shared/domain/statuses.ts';
import type { AccessRequestRow } from '../../../src-shared/ipc/people.ts';
import { useKeepPerson } from '../../components/guided/use-keep-person.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FilterBar } from '../../components/people/filter-bar.tsx';
import { FilterChips } from '../../components/people/filter-chips.tsx';
import { PeopleScreen } from '../../components/people/people-screen.tsx';
import { freshView } from '../../components/people/people-view.ts';
import { usePeopleView } from '../../components/people/people-views.tsx';
import { focusTable } from '../../components/people/focus-table.ts';
import { fullName } from '../../components/people/person-columns.ts';
import { PersonList } from '../../components/people/person-list.tsx';
import { useDecisions } from '../../components/people/use-decisions.tsx';
import { usePagedRows } from '../../components/people/use-paged-rows.ts';
import { useRowSelection } from '../../components/people/use-row-selection.ts';
import { formatQuantity } from '../../lib/format.ts';
import { useNow } from '../../lib/surroundings.tsx';
import { useWhyTooEarly } from '../../lib/use-running-waits.ts';
import { useActiveOrganization, type ActiveOrganization } from '../../lib/use-active-organization.ts';
import classes from './access-requests.module.css';
import { BatchBar } from './batch-bar.tsx';
import { requestColumns, requestColumnWidths } from './request-columns.tsx';
import { RequestDetails } from './request-details.tsx';
import { approval, defaultAccess, denial, isOpen, whyNotDecide } from './request-rules.ts';
import { statusTexts } from './request-texts.ts';
import { useCurrentRequest } from './use-current-request.ts';

const statusOptions = accessRequestStatuses.map((value) => ({ value, label: statusTexts[value] }));
const listLabel = 'Access requests';
const minuteMs = 60_000;

/** Who asks to join, what the portal knows about them, and the decisions (C6). */
export function AccessRequestsScreen() {
  const organization = useActiveOrganization();
  return <AccessRequests key={organization.organizationId} organization={organization} />;
}

function AccessRequests({ organization }: { readonly organization: ActiveOrganization }) {
  const { organizationId, portal, access: actor } = organization;
  const [view, changeView] = usePeopleView(organizationId, 'requests');
  const { search } = view;
  const pages = usePagedRows('accessRequests.page', { organizationId, search, statuses: [...view.statuses] });
  const { decide, undo, dismiss, tellTrouble } = useDecisions(organizationId, true);
  const selection = useRowSelection(pages, tellTrouble);
  const { request, index, goTo, goToNextOpen } = useCurrentRequest(pages);
  const [draft, setDraft] = useState<{ id: string; access: Access; denying: boolean } | null>(null);
  const now = useNow(minuteMs);
  const columns = useMemo(() => requestColumns(now), [now]);
  const { addButton, edit, dialog: keepDialog } = useKeepPerson(organization, 'access-request');

  const standard = defaultAccess(portal);
  const current = draft !== null && draft.id === request?.id ? draft : { access: standard, denying: false };
  const change = (part: Partial<typeof current>) => {
    if (request !== null) setDraft({ id: request.id, ...current, ...part });
  };
  const tooEarly = useWhyTooEarly(organization.linkedAccount);
  const mayDecide = request !== null && isOpen(request) && whyNotDecide(actor) === null;

  const approve = async () => {
    if (!mayDecide || tooEarly !== null) return;
    const kept = await decide([approval(request, current.access)], `Approve: ${fullName(request)}`);
    if (kept !== null) goToNextOpen();
  };
  const deny = async (reason: string) => {
    if (!mayDecide) return;
    const kept = await decide([denial(request, reason)], `Deny: ${fullName(request)}`);
    if (kept !== null) goToNextOpen();
  };
  const decideAll = async (
    what: 'Approve' | 'Deny',
    requests: readonly AccessRequestRow[],
    decisionOn: (request: AccessRequestRow) => Intent,
  ) => {
    const many = formatQuantity(requests.length, 'request', 'requests');
    const kept = await decide(requests.map(decisionOn), `${what}: ${many}`);
    if (kept === null) return false;
    selection.clear();
    focusTable(listLabel);
    return true;
  };

  useReviewKeys({
    next: () => goTo(index + 1),
    previous: () => goTo(index - 1),
    approve: () => void approve(),
    deny: () => {
      if (mayDecide) change({ denying: true });
    },
  });

  return (
    <PeopleScreen notices="left">
      <PageHeader
        title="Access Requests"
        description={`Who asks to use the portal for ${organization.linkedAccount.organization.name}`}
        actions={
          <>
            <KeyHints />
            {request !== null && edit !== null && (
              <Button variant="default" onClick={() => edit(keptRequest(request))}>
                Edit by hand
              </Button>
            )}
            {addButton}
          </>
        }
      />
      <FilterBar label="Search requests" search={view.search} onSearch={(text) => changeView({ search: text })}>
        <FilterChips
          label="Status"
          options={statusOptions}
          chosen={view.statuses}
          onChange={(statuses) => changeView({ statuses })}
        />
      </FilterBar>
      <div className={classes['panes']}>
        <div className={classes['left']}>
          <PersonList
            label={listLabel}
            noun={['request', 'requests']}
            pages={pages}
            columns={columns}
            widths={requestColumnWidths}
            rowHeight={56}
            selection={selection}
            onActivate={(_row, at) => goTo(at)}
            currentIndex={index}
            {...(request === null ? {} : { currentId: request.id })}
            narrowed={search !== '' || view.statuses.join() !== freshView.requests.statuses.join()}
            onClearFilters={() => changeView(freshView.requests)}
            empty={{
              title: 'No request is waiting for you',
              text: 'When somebody asks to join this Provider ID, you decide it here.',
            }}
            {...(selection.count > 0
              ? {
                  bar: (
                    <BatchBar
                      selection={selection}
                      access={standard}
                      tooEarly={tooEarly}
                      onApprove={(rows) => decideAll('Approve', rows, (each) => approval(each, standard))}
                      onDeny={(rows, reason) => decideAll('Deny', rows, (each) => denial(each, reason))}
                    />
                  ),
                }
              : {})}
          />
        </div>
        {request !== null && (
          <RequestDetails
            request={request}
            portal={portal}
            actor={actor}
            now={now}
            tooEarly={tooEarly}
            access={current.access}
            onAccess={(access) => change({ access })}
            denying={current.denying}
            onDenying={(denying) => change({ denying })}
            onApprove={() => void approve()}
            onDeny={(reason) => void deny(reason)}
            onUndo={(commandId) => void undo([commandId])}
            onDismiss={(commandId) => void dismiss(commandId)}
          />
        )}
      </div>
      {keepDialog}
    </PeopleScreen>
  );
}

const keptRequest = ({ id, email, firstName, lastName, phone, status }: AccessRequestRow): KeptPerson => ({
  kind: 'access-request',
  id,
  email,
  firstName,
  lastName,
  phone,
  status,
});

interface ReviewKeys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly approve: () => void;
  readonly deny: () => void;
}

/** J and K, A and D, wherever the focus is, but not while somebody types or a dialog is open. */
function useReviewKeys({ next, previous, approve, deny }: ReviewKeys): void {
  const unlessTyping = (act: () => void) => (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const typing = target?.closest('textarea, [role="dialog"], input:not([type="checkbox"], [type="radio"])') ?? null;
    if (typing !== null) return;
    // the letter does not end up in a field that the act opens
    event.preventDefault();
    act();
  };
  const keep = { preventDefault: false };
  useHotkeys(
    [
      ['j', unlessTyping(next), keep],
      ['k', unlessTyping(previous), keep],
      ['a', unlessTyping(approve), keep],
      ['d', unlessTyping(deny), keep],
    ],
    [],
  );
}

const KeyHints = () => (
  <Group gap="xs" wrap="nowrap" aria-label="Keys" role="note">
    <Kbd size="xs">J</Kbd>
    <Kbd size="xs">K</Kbd>
    <Text size="xs" c="dimmed">
      next, previous
    </Text>
    <Kbd size="xs">A</Kbd>
    <Text size="xs" c="dimmed">
      approve
    </Text>
    <Kbd size="xs">D</Kbd>
    <Text size="xs" c="dimmed">
      deny
    </Text>
  </Group>
);
