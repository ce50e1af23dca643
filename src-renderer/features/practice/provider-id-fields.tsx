import { SimpleGrid, TextInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { TypedOrganization } from './organization-form.ts';
import { problemText } from './problem-text.ts';

/** What each portal calls the organization. */
export function ProviderIdFields() {
  const { register, getValues, formState } = useFormContext<TypedOrganization>();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {getValues('providerIds').map(({ portalId }, place) => {
        const portal = findPortal(portalId);
        return (
          <TextInput
            key={portalId}
            label={portal === undefined ? portalId : `${portal.labels.providerId} at ${portal.name}`}
            autoComplete="off"
            spellCheck={false}
            error={problemText(formState.errors.providerIds?.[place]?.providerId)}
            {...register(`providerIds.${place}.providerId`)}
          />
        );
      })}
    </SimpleGrid>
  );
}
