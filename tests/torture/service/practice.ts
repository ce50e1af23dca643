import type { Session } from '../../../src-shared/portal-api/identity.ts';
import { systemChance } from '../../../src-portal/chance.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import { openSession } from '../../../src-portal/identity/issue-session.ts';
import { createPeople, type Member } from '../../src-portal/features/people-fixture.ts';

/** What one desk decides about: nobody else decides about its own people, everybody about the shared ones. */
export interface DeskPeople {
  readonly organizationId: string;
  readonly session: Session;
  readonly ownUserIds: readonly string[];
  readonly sharedUserIds: readonly string[];
  readonly requestIds: readonly string[];
}

export interface PracticeSize {
  readonly organizations: number;
  readonly desksEach: number;
  readonly usersEach: number;
  readonly requestsEach: number;
}

/** Practices in a migrated database, and a signed-in administrator for each desk. */
export async function addPractices(opened: OpenDatabase, size: PracticeSize): Promise<DeskPeople[]> {
  const desks: DeskPeople[] = [];
  for (let place = 0; place < size.organizations; place += 1) {
    const people = await createPeople(opened);
    const { organizationId } = people;
    const addUsers = async (count: number): Promise<string[]> => {
      const added: string[] = [];
      for (let user = 0; user < count; user += 1) added.push((await people.addMember()).userId);
      return added;
    };
    const sharedUserIds = await addUsers(3);
    for (let desk = 0; desk < size.desksEach; desk += 1) {
      const administrator = await people.addAdministrator();
      const requestIds: string[] = [];
      for (let request = 0; request < size.requestsEach; request += 1) {
        requestIds.push((await people.addRequester()).requestId);
      }
      desks.push({
        organizationId,
        session: await signedIn(opened, administrator),
        ownUserIds: await addUsers(size.usersEach),
        sharedUserIds,
        requestIds,
      });
    }
  }
  return desks;
}

/** A session on the machine's own clock, which is the service's. */
async function signedIn({ database }: OpenDatabase, { accountId }: Member): Promise<Session> {
  const account = await database
    .selectFrom('account')
    .selectAll()
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return database
    .transaction()
    .execute((transaction) => openSession(transaction, systemChance, account, 'Desk of a test'));
}
