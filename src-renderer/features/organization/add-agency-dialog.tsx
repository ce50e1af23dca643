import { Button, Loader, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { agencySearchSchema, placeOf, type ListedAgency } from '../../../src-shared/domain/billing-agency.ts';
import type { Intent } from '../../../src-shared/domain/command.ts';
import type { BillingAgencyRow } from '../../../src-shared/ipc/billing-agencies.ts';
import { mostAgenciesFound } from '../../../src-shared/portal-api/billing-agencies.ts';
import type { BillingAgencies } from '../../../src-shared/portals/definition.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PortalAway } from '../../components/portal-away.tsx';
import { formatQuantity } from '../../lib/format.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import type { ActiveOrganization } from '../../lib/use-active-organization.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { AddAgencyByHand } from './add-agency-by-hand.tsx';
import { addition, canBeDenied } from './agency-rules.ts';
import classes from './organization.module.css';

export interface AddAgencyDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly organization: ActiveOrganization;
  readonly labels: BillingAgencies;
  readonly onAdd: (intent: Intent, name: string) => void;
}

/**
 * Add billing agency (D10): searches the portal's directory while somebody types, and adds what was found. Where the portal
 * has only a web site, somebody names the agency.
 */
export const AddAgencyDialog = ({ opened, onClose, labels, ...rest }: AddAgencyDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={labels.add} size="lg" centered>
    {rest.organization.desk.mode === 'guided' ? (
      <AddAgencyByHand
        organizationId={rest.organization.organizationId}
        labels={labels}
        onAdd={rest.onAdd}
        onClose={onClose}
      />
    ) : (
      <AgencySearch labels={labels} {...rest} />
    )}
  </Modal>
);

/** Typing pauses for this long before the portal is asked. */
const pauseMs = 250;

const mostPlaces = 1000;

function AgencySearch({ organization, labels, onAdd }: Omit<AddAgencyDialogProps, 'opened' | 'onClose'>) {
  const { organizationId, desk } = organization;
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, pauseMs);
  const { newId } = useSurroundings();
  const places = useProcedure('billingAgencies.page', { organizationId, limit: mostPlaces });
  const wanted = agencySearchSchema.safeParse(settled);
  const search = useProcedure(
    'billingAgencies.search',
    { accountId: desk.account.id, search: wanted.success ? wanted.data : '' },
    { enabled: wanted.success, keepPrevious: true },
  );
  const isLooking = typed !== settled || search.isFetching;
  const found = wanted.success && !search.isError ? (search.data?.agencies ?? []) : [];
  const isUnlisted = wanted.success && search.isSuccess && !isLooking && found.length === 0;

  const told = (): string => {
    if (!wanted.success) return 'Type at least two letters of the agency’s name.';
    if (isLooking) return 'Looking for billing agencies…';
    if (search.isError) return '';
    if (found.length === 0) return `No billing agency’s name contains “${wanted.data}”.`;
    if (found.length === mostAgenciesFound)
      return `The first ${String(mostAgenciesFound)} are shown. Type more of the name.`;
    return `${formatQuantity(found.length, 'billing agency', 'billing agencies')} found.`;
  };

  return (
    <Stack gap="md">
      <TextInput
        label={labels.name}
        type="search"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={isLooking && wanted.success ? <Loader size={16} aria-hidden /> : undefined}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <PortalAway what="The search" />
      <Text size="sm" c="dimmed" role="status">
        {told()}
      </Text>
      {search.isError && wanted.success && (
        <ErrorNotice error={search.error} onRetry={() => void search.refetch()} retrying={search.isFetching} />
      )}
      {found.length > 0 && (
        <ul className={classes['found']} aria-label="Billing agencies found">
          {found.map((agency) => (
            <FoundAgency
              key={agency.id}
              agency={agency}
              place={places.data?.rows.find(({ agencyId }) => agencyId === agency.id) ?? null}
              onAdd={(subjectId) => onAdd(addition(subjectId ?? newId(), agency.id), agency.name)}
            />
          ))}
        </ul>
      )}
      {isUnlisted && <Text size="sm">{labels.notListed}</Text>}
    </Stack>
  );
}

interface FoundAgencyProps {
  readonly agency: ListedAgency;
  /** Its place in the organization, if it has one. */
  readonly place: BillingAgencyRow | null;
  /** `subjectId` is that of a place that it has had. */
  readonly onAdd: (subjectId: string | null) => void;
}

function FoundAgency({ agency, place, onAdd }: FoundAgencyProps) {
  const where = placeOf(agency);
  const notes = [where, agency.isRegistered ? null : 'Not registered yet'].filter((note) => note !== null);
  return (
    <li>
      <div>
        <Text size="sm" fw={600}>
          {agency.name}
        </Text>
        <Text size="xs" c="dimmed">
          {notes.join(' · ')}
        </Text>
      </div>
      {place !== null && canBeDenied(place) ? (
        <Text size="sm" c="dimmed">
          Already in the list
        </Text>
      ) : (
        <Button
          variant="default"
          size="xs"
          flex="none"
          onClick={() => onAdd(place?.id ?? null)}
          aria-label={`${place === null ? 'Add' : 'Add again'}: ${agency.name}`}
        >
          {place === null ? 'Add' : 'Add again'}
        </Button>
      )}
    </li>
  );
}
