import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { appendChange } from '../../../src-portal/features/changes/append-change.ts';
import type { Member, People } from '../../src-portal/features/people-fixture.ts';
import type { PortalFixture } from '../../src-portal/portal-fixture.ts';
import { openConflictDesk, type ConflictDesk } from './conflict-desk.ts';

export const firstAdministrator = { first_name: 'Ann', last_name: 'Archer' };
export const secondAdministrator = { first_name: 'Bob', last_name: 'Baker' };
export const everySubject = { first_name: 'Sam', last_name: 'Subject' };

/** One practice, its two administrators at their desks, and whatever they will decide about. */
export interface Stage<Cast extends People = People> {
  readonly portal: PortalFixture;
  readonly people: Cast;
  readonly first: ConflictDesk;
  readonly second: ConflictDesk;
  /** Puts what was added behind the service's back into the feed. */
  tell(...records: readonly FeedRecord[]): Promise<void>;
  rename(accountId: string, name: { first_name: string; last_name: string }): Promise<void>;
  /** Lets the service do what it does by itself, such as sending email. */
  settle(): Promise<void>;
}

export async function openStage<Cast extends People>(portal: PortalFixture, people: Cast): Promise<Stage<Cast>> {
  const { context, chance, app } = portal;
  const rename = async (accountId: string, name: { first_name: string; last_name: string }): Promise<void> => {
    await context.database.updateTable('account').set(name).where('id', '=', accountId).execute();
  };
  const deskOf = async ({ accountId }: Member, name: { first_name: string; last_name: string }) => {
    await rename(accountId, name);
    const desk = await openConflictDesk(app, chance, await portal.session(accountId), people.organizationId);
    await desk.pull();
    return desk;
  };
  const [ann, bob] = [await people.addAdministrator(), await people.addAdministrator()];
  return {
    portal,
    people,
    first: await deskOf(ann, firstAdministrator),
    second: await deskOf(bob, secondAdministrator),
    rename,
    async tell(...records) {
      await context.database.transaction().execute(async (transaction) => {
        for (const record of records) await appendChange(transaction, context, people.organizationId, record);
      });
    },
    async settle() {
      chance.advance(60_000);
      await portal.worker.runDueJobs();
    },
  };
}
