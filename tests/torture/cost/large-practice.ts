import { sql } from 'kysely';
import { cca } from '../../../src-shared/portals/cca.ts';
import type { Session } from '../../../src-shared/portal-api/identity.ts';
import { systemChance } from '../../../src-portal/chance.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import { openSession } from '../../../src-portal/identity/issue-session.ts';
import { addUsers } from '../../../src-portal/seeds/add-users.ts';
import { insertRows } from '../../../src-portal/seeds/insert-rows.ts';
import { personMaker } from '../../../src-portal/seeds/person-maker.ts';
import { seededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import type { Seeding } from '../../../src-portal/seeds/seeding.ts';

/** A practice with that many users, and an administrator of it who has signed in at a desk. */
export interface LargePractice {
  readonly organizationId: string;
  /** Signs its first administrator in at one more desk. */
  signIn(): Promise<Session>;
  /** An active user without rights over others. */
  readonly userId: string;
  readonly userVersion: number;
}

const usersAtOnce = 10_000;
const ageDays = 1_000;

export async function addLargePractice(opened: OpenDatabase, users: number, seed: string): Promise<LargePractice> {
  const random = seededRandom(seed);
  const now = new Date();
  const organizationId = random.id(now);
  const named = personMaker(random, []);
  await opened.database
    .insertInto('organization')
    .values({
      id: organizationId,
      portal_id: cca.id,
      provider_type: 'group',
      name: `Practice of ${users}`,
      first_name: null,
      last_name: null,
      provider_id: `G${users}`,
      tax_id: '042345678',
      npi: null,
      city: 'Boston',
      state: 'MA',
    })
    .execute();
  for (let first = 0; first < users; first += usersAtOnce) {
    const seeding: Seeding = {
      portalId: cca.id,
      now,
      random,
      newPerson() {
        const person = named();
        // no two practices of a portal share an account here
        return { ...person, email: `${seed}.${person.email}` };
      },
      rows: { account: [], membership: [], access_request: [], invitation: [] },
    };
    const count = Math.min(usersAtOnce, users - first);
    const practice = { organizationId, administratorNames: ['Dana Whitfield'], ageDays };
    addUsers(seeding, practice, { count, administrators: first === 0 ? 1 : 0 });
    await opened.database.transaction().execute(async (transaction) => {
      await insertRows(transaction, 'account', seeding.rows.account);
      await insertRows(transaction, 'membership', seeding.rows.membership);
    });
  }
  // without it the first pages are read as long as PostgreSQL knows nothing of its rows
  for (const table of ['account', 'membership', 'organization']) {
    await sql`vacuum analyze ${sql.table(table)}`.execute(opened.database);
  }
  const members = opened.database.selectFrom('membership').where('organization_id', '=', organizationId);
  const administrator = await members
    .select('account_id')
    .where('role', '=', 'administrator')
    .executeTakeFirstOrThrow();
  const user = await members
    .select(['id', 'version'])
    .where('role', '=', 'user')
    .where('status', '=', 'active')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  return {
    organizationId,
    userId: user.id,
    userVersion: user.version,
    async signIn() {
      const account = await opened.database
        .selectFrom('account')
        .selectAll()
        .where('id', '=', administrator.account_id)
        .executeTakeFirstOrThrow();
      return opened.database
        .transaction()
        .execute((transaction) => openSession(transaction, systemChance, account, 'Desk of a measurement'));
    },
  };
}
