import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import { insertRows } from '../../../src-portal/seeds/insert-rows.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import { seededService } from '../seeded-service.ts';
import { openTestDatabase } from '../test-database.ts';

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
});
beforeEach(() => seededService({ kind: 'empty' }, opened));
afterAll(() => opened.close());

const at = new Date('2026-01-15T10:20:30.456Z');
const random = seededRandom('rows');
const account = (email: string) => ({
  id: random.id(at),
  portal_id: 'cca',
  email,
  first_name: `O'Brien "Zoë" \\ ☕`,
  last_name: '$1; drop table account',
  phone: null,
  password_hash: null,
  email_verified_at: at,
  created_at: at,
  last_sign_in_at: null,
});

const unnamed =
  'fax authenticator_secret authenticator_since authenticator_last_step username verified_at expires_at expiry_warned_days ' +
  'expired_at role provider_number agency_name organization_name street city state zip ' +
  'mfa_since migration_announced_at migration_due_at';
const leftOut = {
  ...Object.fromEntries(unnamed.split(' ').map((column) => [column, null])),
  secret_question_turn: 0,
};

describe('inserting many rows', () => {
  it('keeps every value as it was given, and leaves other columns to their defaults', async () => {
    const row = account('a@example.com');
    await opened.database.transaction().execute((transaction) => insertRows(transaction, 'account', [row]));
    expect(await opened.database.selectFrom('account').selectAll().execute()).toEqual([{ ...leftOut, ...row }]);
  });

  it('keeps arrays and numbers', async () => {
    const person = account('b@example.com');
    const organization = await opened.database.selectFrom('organization').select('id').executeTakeFirstOrThrow();
    const membership = {
      id: random.id(at),
      organization_id: organization.id,
      account_id: person.id,
      role: 'user' as const,
      permissions: ['claims-status' as const, 'remittances' as const],
      status: 'active' as const,
      status_reason: null,
      version: 7,
      created_at: at,
      changed_at: at,
      changed_by: null,
    };
    await opened.database.transaction().execute(async (transaction) => {
      await insertRows(transaction, 'account', [person]);
      await insertRows(transaction, 'membership', [membership]);
    });
    expect(await opened.database.selectFrom('membership').selectAll().execute()).toEqual([
      { ...membership, feed_floor: 0, activated_at: null, nickname: null, is_default: false },
    ]);
  });

  it('inserts none, one more than fits into a statement, and no row twice', async () => {
    const rows = Array.from({ length: 2_001 }, (_row, place) => account(`p${place}@example.com`));
    await opened.database.transaction().execute(async (transaction) => {
      await insertRows(transaction, 'account', []);
      await insertRows(transaction, 'account', rows);
    });
    const kept = await opened.database.selectFrom('account').select('id').orderBy('id').execute();
    expect(kept.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted());
  });
});
