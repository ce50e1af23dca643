import { Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { PracticeProfile } from '../../../src-shared/domain/practice-profile.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { Step } from '../../../src-shared/portals/definition.ts';
import { formatQuantity } from '../../lib/format.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { prefilled, type Prefill } from './prefill.ts';

export interface PrefillOfferProps {
  readonly portalId: string;
  readonly steps: readonly Step[];
  /** The step that is shown. */
  readonly step: Step;
  readonly answers: Answers;
  readonly onFill: (answers: Readonly<Record<string, string | readonly string[]>>) => void;
}

/** Offers the practice profile's answers while the step has empty fields that it could fill. */
export function PrefillOffer(props: PrefillOfferProps) {
  const profile = useProcedure('practice.read', {});
  // without a profile the wizard is what it is: nothing to offer, nothing to tell
  return profile.data === undefined ? null : <Offer {...props} profile={profile.data} />;
}

function Offer({
  portalId,
  steps,
  step,
  answers,
  onFill,
  profile,
}: PrefillOfferProps & { readonly profile: PracticeProfile }) {
  const title = useId();
  const [personId, setPersonId] = useState(profile.people[0]?.id ?? null);
  const [organizationId, setOrganizationId] = useState(profile.organizations[0]?.id ?? null);
  const [filled, setFilled] = useState<number | null>(null);
  const sourceOf = (person: string | null, organization: string | null): Prefill => ({
    portalId,
    person: profile.people.find(({ id }) => id === person) ?? null,
    organization: profile.organizations.find(({ id }) => id === organization) ?? null,
  });
  const fillsStep = (source: Prefill): boolean => Object.keys(prefilled([step], answers, source)).length > 0;
  const offered =
    profile.people.some(({ id }) => fillsStep(sourceOf(id, null))) ||
    profile.organizations.some(({ id }) => fillsStep(sourceOf(null, id)));
  // the button that had the focus is gone
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (filled !== null) told.current?.focus();
  }, [filled]);
  if (!offered) {
    return filled === null ? null : (
      <Text size="sm" c="dimmed" role="status" tabIndex={-1} ref={told}>
        {formatQuantity(filled, 'field', 'fields')} filled in from the practice profile.
      </Text>
    );
  }

  const fill = () => {
    const found = prefilled(steps, answers, sourceOf(personId, organizationId));
    setFilled(Object.keys(found).length);
    onFill(found);
  };
  const people = profile.people.map(({ id, firstName, lastName }) => ({
    value: id,
    label: `${firstName} ${lastName}`,
  }));
  const organizations = profile.organizations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={title}>
      <Stack gap="sm">
        <div>
          <Title order={3} size="h5" id={title}>
            Fill in from the practice profile
          </Title>
          <Text size="sm" c="dimmed">
            What you have typed stays. Passwords are never filled in.
          </Text>
        </div>
        <Group align="flex-end" gap="sm">
          {people.length > 1 && (
            <Select label="Person" data={people} value={personId} onChange={setPersonId} allowDeselect={false} />
          )}
          {organizations.length > 1 && (
            <Select
              label="Organization"
              data={organizations}
              value={organizationId}
              onChange={setOrganizationId}
              allowDeselect={false}
            />
          )}
          <Button variant="default" onClick={fill}>
            Fill in
          </Button>
        </Group>
        {filled === 0 && (
          <Text size="sm" role="status">
            The profile has nothing more for this form.
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
