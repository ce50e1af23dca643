import type { Session } from '../../../src-shared/portal-api/identity.ts';
import { cca } from '../../../src-shared/portals/cca.ts';
import { systemChance } from '../../../src-portal/chance.ts';
import type { Database } from '../../../src-portal/context.ts';
import { openSession } from '../../../src-portal/identity/issue-session.ts';
import { addAccessRequest } from '../../../src-portal/seeds/add-access-requests.ts';
import { addAccount } from '../../../src-portal/seeds/add-account.ts';
import { addInvitations, invitationStories } from '../../../src-portal/seeds/add-invitations.ts';
import { addMembership } from '../../../src-portal/seeds/add-membership.ts';
import { addUsers } from '../../../src-portal/seeds/add-users.ts';
import { insertRows } from '../../../src-portal/seeds/insert-rows.ts';
import { personMaker } from '../../../src-portal/seeds/person-maker.ts';
import type { SeededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import { daysAgo, type Seeding } from '../../../src-portal/seeds/seeding.ts';

/** An administrator who is signed in, and where. */
export interface Administrator {
  readonly session: Session;
  /** The first one is shared with three others. */
  readonly organizationIds: readonly string[];
}

export interface PracticeSize {
  readonly users: number;
  readonly requests: number;
}

const administrators = 12;
const sharedPractices = 3;
const ageDays = 400;

/** Twelve administrators: four in each of three practices, and every one in a practice of their own too. */
export async function addPractices(
  database: Database,
  random: SeededRandom,
  size: PracticeSize,
): Promise<Administrator[]> {
  const seeding: Seeding = {
    portalId: cca.id,
    now: new Date(),
    random,
    newPerson: personMaker(random, []),
    rows: { account: [], membership: [], access_request: [], invitation: [] },
  };
  const at = daysAgo(seeding, ageDays);
  const organizationIds: string[] = [];
  for (let place = 0; place < sharedPractices + administrators; place += 1) {
    organizationIds.push(await addOrganization(database, random.id(at), place));
  }
  const people: { accountId: string; organizationIds: string[] }[] = [];
  for (let place = 0; place < administrators; place += 1) {
    const accountId = addAccount(seeding, seeding.newPerson(), { createdAt: at, lastSignInAt: seeding.now });
    const own = [organizationIds[place % sharedPractices] ?? '', organizationIds[sharedPractices + place] ?? ''];
    for (const organizationId of own) {
      addMembership(seeding, { organizationId, accountId, role: 'administrator', at, by: null });
    }
    people.push({ accountId, organizationIds: own });
  }
  for (const [place, organizationId] of organizationIds.entries()) {
    const share = place < sharedPractices ? 1 : 0.25;
    addPeople(seeding, organizationId, {
      users: Math.ceil(size.users * share),
      requests: Math.ceil(size.requests * share),
    });
  }
  await database.transaction().execute(async (transaction) => {
    for (const table of ['account', 'membership', 'access_request', 'invitation'] as const) {
      await insertRows(transaction, table, seeding.rows[table]);
    }
  });
  return Promise.all(
    people.map(async ({ accountId, organizationIds: own }) => ({
      session: await signIn(database, accountId),
      organizationIds: own,
    })),
  );
}

async function addOrganization(database: Database, id: string, place: number): Promise<string> {
  await database
    .insertInto('organization')
    .values({
      id,
      portal_id: cca.id,
      provider_type: 'group',
      name: `Practice ${String(place + 1)}`,
      provider_id: `7${String(place).padStart(8, '0')}`,
      tax_id: `04${String(place).padStart(7, '0')}`,
      city: 'Boston',
      state: 'MA',
    })
    .execute();
  return id;
}

function addPeople(seeding: Seeding, organizationId: string, { users, requests }: PracticeSize): void {
  addUsers(
    seeding,
    { organizationId, administratorNames: ['Ada Ministra'], ageDays },
    { count: users, administrators: 2 },
  );
  for (let place = 0; place < requests; place += 1) {
    const requestedAt = daysAgo(seeding, 1 + place / 100);
    const person = seeding.newPerson();
    const accountId = addAccount(seeding, person, { createdAt: requestedAt, lastSignInAt: null });
    addAccessRequest(seeding, organizationId, accountId, requestedAt);
  }
  addInvitations(seeding, organizationId, 'Ada Ministra', invitationStories);
}

async function signIn(database: Database, accountId: string): Promise<Session> {
  const account = await database
    .selectFrom('account')
    .selectAll()
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return database
    .transaction()
    .execute((transaction) => openSession(transaction, systemChance, account, 'Portal Desk on Linux'));
}
