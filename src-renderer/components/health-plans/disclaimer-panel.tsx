import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { HealthPlans } from '../../../src-shared/portals/definition.ts';
import { planQueries } from '../../lib/query-keys.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { ErrorNotice } from '../error-notice.tsx';
import { AgreementBox } from '../wizard/agreement-box.tsx';
import { PortalAway } from '../portal-away.tsx';

export interface DisclaimerPanelProps {
  readonly accountId: string;
  readonly healthPlans: HealthPlans;
  /** 2 right under the screen's title. Default 3. */
  readonly headingOrder?: 2 | 3;
}

/** The HIPAA Disclaimer, after each sign-in (A11). */
export function DisclaimerPanel({ accountId, healthPlans, headingOrder = 3 }: DisclaimerPanelProps) {
  const { disclaimer, agree } = healthPlans;
  const queries = useQueryClient();
  const accept = useProcedureMutation('healthPlans.acceptDisclaimer', {
    onSuccess() {
      for (const name of planQueries) void queries.invalidateQueries({ queryKey: [name] });
    },
  });
  const submit = () => accept.mutate({ accountId, revision: disclaimer.revision });
  return (
    <Stack gap="md">
      <AgreementBox agreement={disclaimer} headingOrder={headingOrder} />
      {accept.error !== null && <ErrorNotice error={accept.error} onRetry={submit} retrying={accept.isPending} />}
      <PortalAway />
      <Group>
        <Button onClick={submit} loading={accept.isPending}>
          {agree}
        </Button>
      </Group>
    </Stack>
  );
}
