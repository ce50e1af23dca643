import { Anchor, Loader, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { npiPrefixSchema, type DirectoryEntry } from '../../../src-shared/portal-api/registration.ts';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { errorText } from '../../lib/error-texts.ts';
import { formatQuantity } from '../../lib/format.ts';
import { useProcedure } from '../../lib/use-procedure.ts';

export interface OrganizationPickerProps {
  readonly id: string;
  readonly portalId: string;
  /** The NPI as far as it is typed. */
  readonly typed: string;
  /** The chosen provider's ID; empty while none is chosen. */
  readonly value: string;
  readonly onChoose: (entry: DirectoryEntry) => void;
}

/** Typing pauses for this long before the portal is asked. */
const pauseMs = 250;

const nobody: readonly DirectoryEntry[] = [];

/** E4: the providers that match the NPI as it is typed, to select the organization among them. */
export function OrganizationPicker({ portalId, typed, value, onChoose, ...input }: OrganizationPickerProps) {
  const [settled] = useDebouncedValue(typed, pauseMs);
  const npi = npiPrefixSchema.safeParse(settled);
  const search = useProcedure(
    'accounts.findProviders',
    { portalId, npi: npi.success ? npi.data : '' },
    { enabled: npi.success, keepPrevious: true },
  );
  const found = npi.success ? (search.data?.providers ?? nobody) : nobody;
  const isLooking = typed !== settled || search.isFetching;
  return (
    <>
      <Select
        {...input}
        data={found.map(({ providerId, name, city, state, npi: full }) => ({
          value: providerId,
          label: `${name}, ${city}, ${state}, NPI ${full}`,
        }))}
        value={value === '' ? null : value}
        onChange={(chosen) => {
          const entry = found.find(({ providerId }) => providerId === chosen);
          if (entry !== undefined) onChoose(entry);
        }}
        allowDeselect={false}
        nothingFoundMessage="No provider to select yet"
        rightSection={isLooking && npi.success ? <Loader size={16} aria-hidden /> : undefined}
      />
      <Text size="sm" c="dimmed" role="status">
        {told()}
        {search.isError && !isLooking && (
          <>
            {' '}
            <Anchor component="button" type="button" size="sm" onClick={() => void search.refetch()}>
              Try again
            </Anchor>
          </>
        )}
      </Text>
    </>
  );

  function told(): string {
    if (!npi.success) return 'Type at least the first 5 digits of the NPI.';
    if (isLooking) return 'Looking for providers…';
    if (search.isError) return errorText(deskErrorOf(search.error)).title;
    if (found.length === 0) return `No provider’s NPI begins with ${npi.data}.`;
    return `${formatQuantity(found.length, 'provider matches', 'providers match')}.`;
  }
}
