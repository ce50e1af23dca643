import { Button, Group, Text } from '@mantine/core';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatDate } from '../../lib/format.ts';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import { ProfileSection } from './profile-section.tsx';

/** Where look-ups go, and the way to take the consent back. */
export function RegistrySection() {
  const registry = useProcedure('npiRegistry.state', {});
  const consent = useProcedureMutation('npiRegistry.consent');
  return (
    <ProfileSection
      title="NPI Registry"
      description="A look-up sends one NPI and nothing else. Answers are kept for 30 days."
    >
      {registry.isError && <ErrorNotice error={registry.error} onRetry={() => void registry.refetch()} />}
      {registry.data !== undefined && (
        <>
          <Text size="sm">
            {registry.data.allowedSince === null
              ? `Nothing is sent. With the first look-up you are asked whether ${registry.data.url} may be asked.`
              : `Look-ups at ${registry.data.url} are allowed since ${formatDate(registry.data.allowedSince)}.`}
          </Text>
          {consent.error !== null && <ErrorNotice error={consent.error} />}
          {registry.data.allowedSince !== null && (
            <Group>
              <Button
                variant="default"
                size="xs"
                onClick={() => consent.mutate({ allowed: false })}
                loading={consent.isPending}
              >
                Stop look-ups
              </Button>
            </Group>
          )}
        </>
      )}
    </ProfileSection>
  );
}
