import { Stack } from '@mantine/core';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useProcedure } from '../../lib/use-procedure.ts';
import { OrganizationsSection } from './organizations-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { RegistrySection } from './registry-section.tsx';

/** The people and organizations that registrations are filled in with. */
export function PracticeScreen() {
  const profile = useProcedure('practice.read', {});
  return (
    <>
      <PageHeader
        title="Practice Profile"
        description="Enter your practice once: every registration can be filled in from here. It stays encrypted on this computer."
      />
      {profile.isError && (
        <ErrorNotice error={profile.error} onRetry={() => void profile.refetch()} retrying={profile.isFetching} />
      )}
      {profile.isPending && <LoadingRows label="Loading the practice profile" />}
      {profile.data !== undefined && (
        <Stack gap="lg">
          <PeopleSection profile={profile.data} />
          <OrganizationsSection profile={profile.data} />
          <RegistrySection />
        </Stack>
      )}
    </>
  );
}
