import { Button, Table } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { formatPhone } from '../../../src-shared/domain/phone.ts';
import type { PracticePerson, PracticeProfile } from '../../../src-shared/domain/practice-profile.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useDialog } from '../../components/people/use-dialog.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { withoutPerson } from './profile-changes.ts';
import { ProfileSection } from './profile-section.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RowActions } from './row-actions.tsx';

const nameOf = ({ firstName, lastName }: PracticePerson): string => `${firstName} ${lastName}`;
const phoneOf = (phone: string | null): string => (phone === null ? '' : formatPhone(phone));

export function PeopleSection({ profile }: { readonly profile: PracticeProfile }) {
  const { newId } = useSurroundings();
  const edit = useDialog<PracticePerson>();
  const remove = useDialog<PracticePerson>();
  const { people } = profile;
  const add = (
    <Button
      variant="default"
      leftSection={<IconUserPlus size={16} aria-hidden />}
      onClick={() =>
        edit.open({ id: newId(), firstName: '', lastName: '', email: null, phone: null, fax: null, npi: null })
      }
    >
      Add person
    </Button>
  );
  return (
    <ProfileSection
      title="People"
      description="Who registers at portals, and practitioners."
      actions={people.length > 0 && add}
    >
      {people.length === 0 ? (
        <EmptyState icon={<IconUsers />} title="Nobody yet" actions={add}>
          Add yourself: name, email and phone are what every portal asks for first.
        </EmptyState>
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing="sm" aria-label="People">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th>Email</Table.Th>
                <Table.Th>Phone</Table.Th>
                <Table.Th>Fax</Table.Th>
                <Table.Th>NPI</Table.Th>
                <Table.Th>Actions</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.map((person) => (
                <Table.Tr key={person.id}>
                  <Table.Th scope="row">{nameOf(person)}</Table.Th>
                  <Table.Td>{person.email}</Table.Td>
                  <Table.Td>{phoneOf(person.phone)}</Table.Td>
                  <Table.Td>{phoneOf(person.fax)}</Table.Td>
                  <Table.Td>{person.npi}</Table.Td>
                  <Table.Td>
                    <RowActions
                      name={nameOf(person)}
                      onEdit={() => edit.open(person)}
                      onRemove={() => remove.open(person)}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <PersonDialog profile={profile} person={edit.subject} opened={edit.opened} onClose={edit.close} />
      <RemoveDialog
        name={remove.subject === null ? '' : nameOf(remove.subject)}
        opened={remove.opened}
        without={withoutPerson(profile, remove.subject?.id ?? '')}
        onClose={remove.close}
      />
    </ProfileSection>
  );
}
