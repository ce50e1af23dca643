import { Button, Table, Text } from '@mantine/core';
import { IconBuildingHospital, IconPlus } from '@tabler/icons-react';
import type { PracticeOrganization, PracticeProfile } from '../../../src-shared/domain/practice-profile.ts';
import { maskTin } from '../../../src-shared/domain/tin.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useDialog } from '../../components/people/use-dialog.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { addressLine, kindTexts, purposeTexts } from './practice-texts.ts';
import { OrganizationDialog } from './organization-dialog.tsx';
import { withoutOrganization } from './profile-changes.ts';
import { ProfileSection } from './profile-section.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RowActions } from './row-actions.tsx';

export function OrganizationsSection({ profile }: { readonly profile: PracticeProfile }) {
  const { newId } = useSurroundings();
  const edit = useDialog<PracticeOrganization>();
  const remove = useDialog<PracticeOrganization>();
  const { organizations } = profile;
  const add = (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() =>
        edit.open({ id: newId(), kind: 'group', name: '', npi: null, taxId: null, providerIds: [], addresses: [] })
      }
    >
      Add organization
    </Button>
  );
  return (
    <ProfileSection
      title="Organizations"
      description="Groups, and practitioners who bill for themselves."
      actions={organizations.length > 0 && add}
    >
      {organizations.length === 0 ? (
        <EmptyState icon={<IconBuildingHospital />} title="No organization yet" actions={add}>
          Add your practice with its NPI, Tax ID and addresses.
        </EmptyState>
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing="sm" aria-label="Organizations">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th>NPI</Table.Th>
                <Table.Th>Tax ID</Table.Th>
                <Table.Th>Addresses</Table.Th>
                <Table.Th>Actions</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {organizations.map((organization) => (
                <OrganizationRow
                  key={organization.id}
                  organization={organization}
                  onEdit={() => edit.open(organization)}
                  onRemove={() => remove.open(organization)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <OrganizationDialog profile={profile} organization={edit.subject} opened={edit.opened} onClose={edit.close} />
      <RemoveDialog
        name={remove.subject?.name ?? ''}
        opened={remove.opened}
        without={withoutOrganization(profile, remove.subject?.id ?? '')}
        onClose={remove.close}
      />
    </ProfileSection>
  );
}

interface OrganizationRowProps {
  readonly organization: PracticeOrganization;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

const OrganizationRow = ({ organization, onEdit, onRemove }: OrganizationRowProps) => (
  <Table.Tr>
    <Table.Th scope="row" fw={400}>
      <Text size="sm" fw={600}>
        {organization.name}
      </Text>
      <Text size="xs" c="dimmed">
        {kindTexts[organization.kind]}
      </Text>
    </Table.Th>
    <Table.Td>{organization.npi}</Table.Td>
    <Table.Td>{organization.taxId === null ? '' : maskTin(organization.taxId.slice(-4))}</Table.Td>
    <Table.Td>
      {organization.addresses.map((address) => (
        <Text key={address.id} size="sm">
          {purposeTexts[address.purpose]}: {addressLine(address)}
        </Text>
      ))}
    </Table.Td>
    <Table.Td>
      <RowActions name={organization.name} onEdit={onEdit} onRemove={onRemove} />
    </Table.Td>
  </Table.Tr>
);
