import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import { AsOf } from '../../components/as-of.tsx';
import { Notice } from '../../components/notice.tsx';
import { kindTexts } from './practice-texts.ts';

/** What the registry says of the NPI, for a person to compare. */
export function RegistryAnswer({ answer }: { readonly answer: ProcedureOutput<'npiRegistry.lookUp'> }) {
  const { provider, asOf } = answer;
  if (provider === null) {
    return (
      <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="alert" title="Not in the NPI Registry">
        <Text size="sm">
          The registry publishes no provider under this number. It may be mistyped, deactivated, or only days old.
        </Text>
        <AsOf at={asOf} />
      </Alert>
    );
  }
  return (
    <Stack gap="sm">
      {!provider.isActive && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="alert" title="This NPI is deactivated">
          <Text size="sm">Portals refuse it. Check that this is the number that the practice uses now.</Text>
        </Alert>
      )}
      <Notice title="Found in the NPI Registry">
        <Text size="sm">
          {provider.name} ({kindTexts[provider.kind]})
        </Text>
        {provider.taxonomies.map(({ code, description, isPrimary, state, license }) => (
          <Text key={`${code} ${state ?? ''} ${license ?? ''}`} size="sm">
            {description} ({code}){isPrimary ? ', primary' : ''}
            {license === null ? '' : `, license ${[state, license].filter(Boolean).join(' ')}`}
          </Text>
        ))}
        <AsOf at={asOf} />
      </Notice>
    </Stack>
  );
}
