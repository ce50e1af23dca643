import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import type { Intent } from '../../../src-shared/domain/command.ts';
import { keptAgencySchema } from '../../../src-shared/domain/kept-by-hand.ts';
import { fieldProblems, type FieldProblem } from '../../../src-shared/errors.ts';
import type { BillingAgencies } from '../../../src-shared/portals/definition.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { StateSelect } from '../../components/wizard/state-select.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import { addition, canBeDenied, sameAgency } from './agency-rules.ts';

export interface AddAgencyByHandProps {
  readonly organizationId: string;
  readonly labels: BillingAgencies;
  readonly onAdd: (intent: Intent, name: string) => void;
  readonly onClose: () => void;
}

const mostPlaces = 1000;

/** Names an agency for a portal whose directory is not asked (D10): adding it is a step to do on the web site. */
export function AddAgencyByHand({ organizationId, labels, onAdd, onClose }: AddAgencyByHandProps) {
  const stateId = useId();
  const { newId } = useSurroundings();
  const [typed, setTyped] = useState({ name: '', city: '', state: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [isListed, setIsListed] = useState(false);
  const places = useProcedure('billingAgencies.page', { organizationId, limit: mostPlaces });
  const keep = useProcedureMutation('guided.keepAgency');

  const change = (part: Partial<typeof typed>) => {
    setTyped((before) => ({ ...before, ...part }));
    setProblems([]);
    setIsListed(false);
    keep.reset();
  };
  const problemOf = (name: keyof typeof typed) => {
    if (isListed && name === 'name') return 'Already in the list';
    const found = problems.find(({ path }) => path === name);
    return found === undefined ? undefined : fieldText(found.code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (keep.isPending || places.isPending) return;
    const agency = keptAgencySchema.safeParse({ ...typed, id: newId() });
    if (!agency.success) {
      setProblems(fieldProblems(agency.error));
      return;
    }
    const place = places.data?.rows.find((row) => sameAgency(row, agency.data));
    if (place !== undefined && canBeDenied(place)) {
      setIsListed(true);
      return;
    }
    const kept = { ...agency.data, id: place?.agencyId ?? agency.data.id };
    keep.mutate(
      { organizationId, agency: kept },
      { onSuccess: () => onAdd(addition(place?.id ?? newId(), kept.id), kept.name) },
    );
  };
  const text = (name: 'name' | 'city', label: string) => (
    <TextInput
      label={label}
      withAsterisk
      aria-required
      autoComplete="off"
      spellCheck={false}
      {...(name === 'name' ? { 'data-autofocus': true } : {})}
      value={typed[name]}
      error={problemOf(name)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );

  return (
    <form onSubmit={submit} noValidate aria-label={labels.add}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          As the portal’s web site lists it. You add it there; Portal Desk keeps the step until that is recorded.
        </Text>
        {text('name', labels.name)}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {text('city', 'City')}
          <StateSelect
            id={stateId}
            label="State"
            withAsterisk
            aria-required
            value={typed.state}
            error={problemOf('state')}
            onChange={(state) => change({ state })}
          />
        </SimpleGrid>
        {keep.error !== null && <ErrorNotice error={deskErrorOf(keep.error)} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {labels.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
