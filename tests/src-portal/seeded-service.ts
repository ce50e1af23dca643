import type { Hint } from '../../src-shared/portal-api/changes.ts';
import type { PortalContext } from '../../src-portal/context.ts';
import type { OpenDatabase } from '../../src-portal/database/open.ts';
import { createJobQueue } from '../../src-portal/jobs/job-queue.ts';
import { emailMessageSchema, type EmailMessage } from '../../src-portal/mail/email-message.ts';
import { unseal } from '../../src-portal/seal.ts';
import { seedDatabase } from '../../src-portal/seeds/seed-database.ts';
import type { Seed } from '../../src-portal/seeds/seed.ts';
import { createFakeChance, type FakeChance } from './fake-chance.ts';
import { emptyTables, openTestDatabase } from './test-database.ts';

/** A seeded service's parts without its HTTP side: what it would send and hint at is kept for looking at. */
export interface SeededService {
  readonly context: PortalContext;
  readonly chance: FakeChance;
  readonly hints: { accountIds?: readonly string[]; hint: Hint }[];
  /** Every email that was queued, the oldest first. */
  emails(): Promise<EmailMessage[]>;
  close(): Promise<void>;
}

/** On a database of its own, or on one that is emptied first. */
export async function seededService(seed: Seed, reused?: OpenDatabase): Promise<SeededService> {
  const opened = reused ?? (await openTestDatabase());
  if (reused !== undefined) await emptyTables(reused.database);
  const chance = createFakeChance();
  const hints: SeededService['hints'] = [];
  const context: PortalContext = {
    database: opened.database,
    chance,
    jobs: createJobQueue(chance),
    hints: {
      publish: (_transaction, hint) => {
        hints.push(hint);
        return Promise.resolve();
      },
    },
    settings: {
      publicUrl: 'https://portal.example.com',
      serviceKey: Buffer.alloc(32, 7),
      mailFrom: 'portal@example.com',
      mailboxUrl: null,
      database: opened.kind,
      version: '0.0.0',
      passwordHash: { memoryKib: 8, passes: 1 },
    },
  };
  await seedDatabase(context, seed);
  return {
    context,
    chance,
    hints,
    async emails() {
      const jobs = await context.database
        .selectFrom('job')
        .select('payload')
        .where('kind', '=', 'send-email')
        .orderBy('id')
        .execute();
      return jobs.map(({ payload }) => {
        const sealed: unknown = Reflect.get(payload, 'sealed');
        return emailMessageSchema.parse(JSON.parse(unseal(context, String(sealed))));
      });
    },
    close: () => opened.close(),
  };
}
