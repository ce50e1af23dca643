import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { RegisteredProvider } from '../../../src-shared/domain/registered-provider.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import { RegistryAnswer } from './registry-answer.tsx';

export interface NpiLookUpProps {
  /** The NPI that is typed, or null where it cannot be one; the form then says so beside the field. */
  readonly npiToAsk: () => string | null;
  readonly onFound: (provider: RegisteredProvider) => void;
}

/** Fills the form from the NPI Registry, once somebody has allowed to ask it. The form works without it. */
export function NpiLookUp({ npiToAsk, onFound }: NpiLookUpProps) {
  const [asking, setAsking] = useState(false);
  const registry = useProcedure('npiRegistry.state', {});
  const lookUp = useProcedureMutation('npiRegistry.lookUp', {
    onSuccess: ({ provider }) => {
      if (provider !== null) onFound(provider);
    },
  });
  const ask = () => {
    const npi = npiToAsk();
    if (npi !== null) lookUp.mutate({ npi });
  };
  const consent = useProcedureMutation('npiRegistry.consent', {
    onSuccess: () => {
      setAsking(false);
      ask();
    },
  });
  const { data } = registry;
  const start = () => {
    if (npiToAsk() === null) return;
    if (data?.allowedSince === null) setAsking(true);
    else ask();
  };
  return (
    <Stack gap="sm">
      <Group>
        <Button
          variant="default"
          leftSection={<IconSearch size={16} aria-hidden />}
          onClick={start}
          loading={lookUp.isPending}
          disabled={data === undefined}
        >
          Look up
        </Button>
        <Text size="sm" c="dimmed">
          Fills in name and addresses from the public NPI Registry.
        </Text>
      </Group>
      {asking && data !== undefined && (
        <Alert title="Ask the NPI Registry?" role="alert">
          <Stack gap="sm">
            <Text size="sm">
              The NPI, and nothing else, is sent to {new URL(data.url).host}, the public registry of the Centers for
              Medicare &amp; Medicaid Services (CMS). You are asked once; under NPI Registry on this page it can be
              taken back.
            </Text>
            <Group gap="sm">
              <Button size="xs" onClick={() => consent.mutate({ allowed: true })} loading={consent.isPending}>
                Allow and look up
              </Button>
              <Button size="xs" variant="default" onClick={() => setAsking(false)}>
                Not now
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      {consent.error !== null && <ErrorNotice error={consent.error} />}
      {lookUp.error !== null && <ErrorNotice error={lookUp.error} onRetry={ask} retrying={lookUp.isPending} />}
      {lookUp.data !== undefined && <RegistryAnswer answer={lookUp.data} />}
    </Stack>
  );
}
