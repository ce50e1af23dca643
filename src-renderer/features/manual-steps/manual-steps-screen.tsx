import { Stack, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { GuidedWords } from '../../components/guided/guided-words.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useActiveAccount, useActiveOrganizationIfAny } from '../../lib/use-active-organization.ts';
import type { ActiveOrganization } from '../../lib/use-active-organization.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { ManualStepItem } from './manual-step-item.tsx';
import { RecordsSection } from './records-section.tsx';

/** What is to be done on the portal's web site, and the records of what was done there. */
export function ManualStepsScreen() {
  const active = useActiveAccount();
  const organization = useActiveOrganizationIfAny();
  if (active === null) return null;
  const about = organization?.linkedAccount.organization.name ?? active.portal.name;
  return (
    <>
      <PageHeader title="Manual steps" description={`What you do on the portal’s web site for ${about}`} />
      {active.desk.mode === 'guided' ? (
        <Stack gap="xl">
          <GuidedWords />
          {organization !== null && <Steps organization={organization} />}
          <RecordsSection
            key={organization?.organizationId ?? active.desk.account.id}
            accountId={active.desk.account.id}
            organizationId={organization?.organizationId ?? null}
            labels={active.portal.labels}
          />
        </Stack>
      ) : (
        <EmptyState icon={<IconCircleCheck size={28} />} title="Nothing to do by hand">
          This account is kept in step with its portal.
        </EmptyState>
      )}
    </>
  );
}

function Steps({ organization }: { readonly organization: ActiveOrganization }) {
  const heading = useId();
  const { organizationId, portal } = organization;
  const query = useProcedure('guided.steps', { organizationId });
  const steps = query.data?.steps ?? [];
  return (
    <Stack component="section" gap="sm" aria-labelledby={heading}>
      <Title order={2} size="h4" id={heading}>
        To do ({steps.length})
      </Title>
      {query.isPending && <LoadingRows label="Loading steps" />}
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && steps.length === 0 && (
        <EmptyState icon={<IconCircleCheck size={28} />} title="Nothing to do on the web site">
          What you decide about people here comes up as a step to do there.
        </EmptyState>
      )}
      {steps.map((step) => (
        <ManualStepItem key={step.item.id} step={step} portal={portal} />
      ))}
    </Stack>
  );
}
