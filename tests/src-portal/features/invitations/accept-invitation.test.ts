import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { cca } from '../../../../src-shared/portals/cca.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { acceptInvitation } from '../../../../src-portal/features/invitations/accept-invitation.ts';
import { issueLinkToken } from '../../../../src-portal/identity/link-token.ts';
import { createPeople, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

const newAccount = { firstName: 'Nia', lastName: 'New', password: 'three quiet owls' };

let opened: OpenDatabase;
let people: People;
let email: string;
let token: string;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

beforeEach(async () => {
  people = await createPeople(opened);
  const elsewhere = await people.addOrganization();
  email = (await people.addMember({ organizationId: elsewhere })).email;
  const invitationId = await people.addInvitation({ email });
  token = await opened.database
    .transaction()
    .execute((transaction) =>
      issueLinkToken(transaction, people.context.chance, { purpose: 'accept-invitation', invitationId }, 60_000),
    );
});

const confirmed = (at: Date | null) =>
  opened.database.updateTable('account').set({ email_verified_at: at }).where('email', '=', email);

it('does not overwrite the account of somebody who has one', async () => {
  expect(await acceptInvitation(people.context, cca, token, newAccount)).toEqual({
    ok: false,
    error: 'account_changed',
  });
  expect(await acceptInvitation(people.context, cca, token, null)).toMatchObject({ ok: true, value: { email } });
});

it('does not take an account that nobody has confirmed for the person’s own', async () => {
  await confirmed(null).execute();
  expect(await acceptInvitation(people.context, cca, token, null)).toEqual({ ok: false, error: 'account_changed' });
  expect(await acceptInvitation(people.context, cca, token, newAccount)).toMatchObject({ ok: true });
});

it('is of one portal only', async () => {
  const other = { ...cca, id: 'other' };
  expect(await acceptInvitation(people.context, other, token, null)).toEqual({ ok: false, error: 'unknown' });
});

// an embedded database runs one transaction at a time
it.runIf(process.env['TEST_DATABASE_URL'] !== undefined)(
  'does not overwrite an account that is confirmed at that very moment',
  async () => {
    await confirmed(null).execute();
    const accepting = await opened.database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('account')
        .set({ email_verified_at: people.context.chance.now() })
        .where('email', '=', email)
        .execute();
      const started = acceptInvitation(people.context, cca, token, newAccount);
      await vi.waitFor(async () => {
        const { rows } = await sql`select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(opened.database);
        expect(rows).toHaveLength(1);
      }, 10_000);
      return { started };
    });
    expect(await accepting.started).toEqual({ ok: false, error: 'account_changed' });
    const row = await opened.database
      .selectFrom('account')
      .select('password_hash')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    expect(row.password_hash).toBeNull();
  },
);
