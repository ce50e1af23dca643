import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emailSchema } from '../../../src-shared/domain/email.ts';
import { idSchema } from '../../../src-shared/domain/identifier.ts';
import { invitationStatuses } from '../../../src-shared/domain/statuses.ts';
import { phoneSchema } from '../../../src-shared/domain/phone.ts';
import { passwordProblem, passwordPolicyWithMfa } from '../../../src-shared/domain/password.ts';
import type { PortalContext } from '../../../src-portal/context.ts';
import { createPasswordVerifier } from '../../../src-portal/identity/password-hash.ts';
import { readAccessRequest } from '../../../src-portal/features/access-requests/read-access-request.ts';
import { danaWhitfield, demoAccounts, demoPassword } from '../../../src-portal/seeds/demo-accounts.ts';
import { seedDatabase } from '../../../src-portal/seeds/seed-database.ts';
import type { Seed } from '../../../src-portal/seeds/seed.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import { emptyTables, openTestDatabase } from '../test-database.ts';
import { seededService, type SeededService } from '../seeded-service.ts';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const seeded = async <Value>(seed: Seed, look: (service: SeededService) => Promise<Value>): Promise<Value> =>
  look(await seededService(seed, opened));

const tables = [
  'organization',
  'organization_zip',
  'account',
  'membership',
  'access_request',
  'invitation',
  'billing_agency',
  'organization_billing_agency',
] as const;

/** One hash over all rows, without the password's, which has a salt. */
async function contents({ database }: PortalContext): Promise<string> {
  const hash = createHash('sha256');
  for (const table of tables) {
    const { rows } = await sql<{ row: string }>`
      select (to_jsonb(t) - 'password_hash')::text as row from ${sql.table(table)} t order by 1`.execute(database);
    hash.update(JSON.stringify([table, rows]));
  }
  return hash.digest('hex');
}

const countOf = async ({ database }: PortalContext, table: (typeof tables)[number]): Promise<number> => {
  const { count } = await database
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};

describe.each<Seed>([{ kind: 'empty' }, { kind: 'demo' }, { kind: 'users', count: 500 }])('the seed $kind', (seed) => {
  it('puts the same into every database, and into a filled one nothing', async () => {
    const first = await seeded(seed, ({ context }) => contents(context));
    await seeded(seed, async (service) => {
      expect(await contents(service.context)).toBe(first);
      service.chance.advance(60_000);
      expect(await seedDatabase(service.context, { kind: 'demo' })).toBe(false);
      expect(await contents(service.context)).toBe(first);
    });
  });
});

describe('the empty seed', () => {
  it('is the directory alone', async () => {
    await seeded({ kind: 'empty' }, async ({ context }) => {
      const counts = await Promise.all(tables.map(async (table) => [table, await countOf(context, table)]));
      expect(Object.fromEntries(counts)).toMatchObject({ organization: 60, account: 0, membership: 0, invitation: 0 });
    });
  });
});

describe('the demonstration', () => {
  it('has a crowded main practice with every status of every kind', async () => {
    await seeded({ kind: 'demo' }, async ({ context }) => {
      const main = await context.database
        .selectFrom('membership')
        .innerJoin('organization', 'organization.id', 'membership.organization_id')
        .selectAll('membership')
        .where('organization.provider_id', '=', 'G100482')
        .execute();
      const tally = (status: string) => main.filter((member) => member.status === status).length;
      expect(main.length - tally('denied')).toBe(124);
      expect(tally('pending')).toBe(9);
      expect(tally('revoked')).toBeGreaterThan(3);
      expect(main.filter((member) => member.role === 'administrator' && member.status === 'active')).toHaveLength(4);
      expect(new Set(main.map((member) => member.permissions.join())).size).toBeGreaterThan(5);

      const invitations = await context.database.selectFrom('invitation').select('status').distinct().execute();
      expect(invitations.map(({ status }) => status).toSorted()).toEqual(
        invitationStatuses.filter((status) => status !== 'sending').toSorted(),
      );
      const requests = await context.database.selectFrom('access_request').select('status').distinct().execute();
      expect(requests.map(({ status }) => status).toSorted()).toEqual(['approved', 'denied', 'pending']);
    });
  });

  it('gives the administrators of requests believable evidence', async () => {
    await seeded({ kind: 'demo' }, async ({ context }) => {
      const pending = await context.database
        .selectFrom('access_request')
        .innerJoin('organization', 'organization.id', 'access_request.organization_id')
        .select('access_request.id')
        .where('organization.provider_id', '=', 'G100482')
        .where('status', '=', 'pending')
        .execute();
      const requests = await Promise.all(pending.map(({ id }) => readAccessRequest(context.database, id)));
      expect(requests.filter(({ evidence }) => evidence.otherOrganizations > 0)).toHaveLength(3);
      for (const { evidence } of requests) {
        expect(evidence.matchedOn).toHaveLength(4);
        expect(evidence.emailVerifiedAt).not.toBeNull();
      }
    });
  });

  it('lets every request come into being when the email is confirmed, not before', async () => {
    await seeded({ kind: 'demo' }, async ({ context }) => {
      const rows = await context.database.selectFrom('access_request').select('id').execute();
      const requests = await Promise.all(rows.map(({ id }) => readAccessRequest(context.database, id)));
      expect(requests.length).toBeGreaterThan(9);
      for (const { evidence, requestedAt } of requests) {
        const moments = [evidence.accountCreatedAt, evidence.emailVerifiedAt, requestedAt];
        expect(moments).toEqual(moments.toSorted());
      }
    });
  });

  it('lets its people in with the password that is documented, which the portal would accept', async () => {
    expect(passwordProblem(demoPassword, passwordPolicyWithMfa, danaWhitfield.email)).toBeNull();
    await seeded({ kind: 'demo' }, async ({ context }) => {
      const verifier = createPasswordVerifier(context);
      for (const { email } of demoAccounts) {
        const account = await context.database
          .selectFrom('account')
          .select(['password_hash', 'email_verified_at', 'authenticator_since'])
          .where('email', '=', email)
          .executeTakeFirstOrThrow();
        expect(account.email_verified_at).not.toBeNull();
        expect(account.authenticator_since).toBeNull();
        expect(await verifier.matches(account.password_hash, demoPassword)).toBe(true);
      }
    });
  });

  it('holds people as the portal itself would: valid ids, addresses and phones, and nothing from the future', async () => {
    await seeded({ kind: 'demo' }, async ({ context, chance }) => {
      const accounts = await context.database.selectFrom('account').selectAll().execute();
      for (const account of accounts) {
        expect(idSchema.safeParse(account.id).success).toBe(true);
        expect(emailSchema.parse(account.email)).toBe(account.email);
        expect(account.email).toMatch(/@example\.(?:com|org)$/u);
        expect(phoneSchema.parse(account.phone)).toBe(account.phone);
        expect(account.phone).toMatch(/^\d{3}55501\d\d$/u);
        const past = [account.created_at, account.email_verified_at, account.last_sign_in_at];
        for (const moment of past) expect((moment ?? account.created_at) <= chance.now()).toBe(true);
        expect((account.last_sign_in_at ?? account.created_at) >= account.created_at).toBe(true);
      }
      expect(new Set(accounts.map((account) => `${account.portal_id} ${account.email}`)).size).toBe(accounts.length);
      const memberships = await context.database.selectFrom('membership').selectAll().execute();
      for (const { created_at: createdAt, changed_at: changedAt } of memberships) {
        expect(createdAt <= changedAt && changedAt <= chance.now()).toBe(true);
      }
    });
  });

  it('leaves providers to register for, with and without an administrator', async () => {
    await seeded({ kind: 'demo' }, async ({ context }) => {
      const administrators = await context.database
        .selectFrom('organization')
        .leftJoin('membership', (join) =>
          join.onRef('membership.organization_id', '=', 'organization.id').on('membership.role', '=', 'administrator'),
        )
        .select(({ fn }) => ['organization.provider_id', fn.count<string>('membership.id').as('count')])
        .groupBy('organization.provider_id')
        .execute();
      const count = new Map(administrators.map((row) => [row.provider_id, Number(row.count)]));
      expect(count.get('G204417')).toBe(0);
      expect(count.get('P518203')).toBe(0);
      expect(count.get('G731905')).toBe(1);
    });
  });
});

describe('a seed of N users', () => {
  it.each([1, 2, 3, 4, 13, 500])('has %i people in one practice, Dana first among them', async (count) => {
    await seeded({ kind: 'users', count }, async ({ context }) => {
      const users = await context.database
        .selectFrom('membership')
        .innerJoin('account', 'account.id', 'membership.account_id')
        .select(['account.email', 'membership.organization_id', 'membership.role'])
        .where('membership.status', '!=', 'denied')
        .orderBy('membership.created_at')
        .execute();
      expect(users).toHaveLength(count);
      expect(users[0]).toMatchObject({ email: danaWhitfield.email, role: 'administrator' });
      expect(new Set(users.map((user) => user.organization_id)).size).toBe(1);
    });
  });
});

describe('two instances that start at once', () => {
  it('fill the database once', async () => {
    await seeded({ kind: 'empty' }, async ({ context }) => {
      await emptyTables(context.database);
      const filled = await Promise.all([1, 2, 3].map(() => seedDatabase(context, { kind: 'demo' })));
      expect(filled.filter(Boolean)).toHaveLength(1);
      expect(await countOf(context, 'organization')).toBe(60);
    });
  });
});
