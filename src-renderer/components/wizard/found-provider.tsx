import { Text } from '@mantine/core';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import { Notice } from '../notice.tsx';

/** What the portal found, before anything is asked of anybody (C6, D5). */
export const FoundProvider = ({ found }: { readonly found: Eligibility }) => (
  <Notice title="We found your provider">
    <Text size="sm">
      You are about to join <strong>{found.organizationName}</strong> ({found.providerId}). {whatFollows(found)}
    </Text>
  </Notice>
);

function whatFollows({ hasAdministrator, routes }: Eligibility): string {
  if (routes !== undefined)
    return hasAdministrator
      ? 'Others are associated with it already.'
      : 'Nobody is associated with it yet, so you prove that you belong to it.';
  return hasAdministrator
    ? 'It has an administrator, who will be asked to approve your access.'
    : 'It has no administrator yet, so you become its administrator.';
}
