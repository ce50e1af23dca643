import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aim } from '../../../src-shared/portals/aim.ts';
import { carelonMbm } from '../../../src-shared/portals/carelon-mbm.ts';
import { cca } from '../../../src-shared/portals/cca.ts';
import { announceMigration } from '../../../src-portal/operator/announce-migration.ts';
import { extendMigration } from '../../../src-portal/operator/extend-migration.ts';
import { dayMs, signInAt } from '../features/migration/existing-users.ts';
import { openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

let portal: PortalFixture;
let at: ReturnType<typeof signInAt>;

beforeAll(async () => {
  portal = await openPortalFixture();
});
beforeEach(async () => {
  at = signInAt(portal, 'carelon-mbm');
  await portal.context.database.deleteFrom('account').execute();
});
afterAll(() => portal.close());

const announce = () => announceMigration.run(portal.context, [carelonMbm], '');
const extend = (username: string) => extendMigration.run(portal.context, [carelonMbm, aim, cca], username);
const inDays = (days: number) => new Date(portal.chance.now().getTime() + days * dayMs);
const said = (message: string) => ({ ok: true, value: { message, tables: [] } });
const refused = (why: string) => ({ ok: false, error: expect.stringContaining(why) as string });

describe('E2: announce-migration', () => {
  test('E2: every existing user gets the notice, and 30 days from now', async () => {
    const users = [await at.addExisting(), await at.addExisting()];
    expect(await announce()).toEqual(said('2 users are told, with 30 days to complete it'));
    for (const { id, email } of users) {
      const { text } = await portal.emailTo(email);
      for (const paragraph of carelonMbm.migration?.notice ?? [])
        expect(text.replaceAll(/\s+/gu, ' ')).toContain(paragraph);
      expect(text).toContain('30 days');
      expect(await at.row(id)).toMatchObject({ migration_due_at: inDays(30) });
    }
  });

  test('E2: repeated, also at the same moment, tells nobody twice', async () => {
    const { id, email } = await at.addExisting();
    const both = await Promise.all([announce(), announce()]);
    expect(both.map((report) => report.ok && report.value.message).sort()).toEqual([
      '0 users are told, with 30 days to complete it',
      '1 user is told, with 30 days to complete it',
    ]);
    const due = inDays(30);
    portal.chance.advance(dayMs);
    const later = await at.addExisting();
    expect(await announce()).toEqual(said('1 user is told, with 30 days to complete it'));
    expect(await at.lettersTo(email, /multi-factor/u)).toHaveLength(1);
    expect(await at.lettersTo(later.email, /multi-factor/u)).toHaveLength(1);
    expect((await at.row(id)).migration_due_at).toEqual(due);
  });

  test('E2: who has MFA, or has expired unused, is left alone', async () => {
    const [moved, expired] = [await at.addExisting(), await at.addExisting()];
    const { database } = portal.context;
    await database
      .updateTable('account')
      .set({ mfa_since: inDays(-1) })
      .where('id', '=', moved.id)
      .execute();
    await database
      .updateTable('account')
      .set({ expires_at: inDays(-1) })
      .where('id', '=', expired.id)
      .execute();
    expect(await announce()).toEqual(said('0 users are told, with 30 days to complete it'));
  });

  test('E2: wants one portal, of which people have to move', async () => {
    expect(await announceMigration.run(portal.context, [carelonMbm, aim], '')).toEqual(refused('--portal'));
    expect(await announceMigration.run(portal.context, [aim], '')).toEqual(refused('Nobody at the AIM'));
  });
});

describe('E2: extend-migration', () => {
  test('E2: gives 30 days from now to who is late, and they can move again', async () => {
    const { id, username } = await at.addExisting({ dueInDays: -3 });
    expect((await at.start(username)).body).toMatchObject({ error: { code: 'migration_overdue' } });
    const until = inDays(30);
    expect(await extend(username.toUpperCase())).toEqual(
      said(`${username} has until ${until.toISOString().slice(0, 10)} to complete the move`),
    );
    expect((await at.row(id)).migration_due_at).toEqual(until);
    expect((await at.start(username)).body).toMatchObject({ next: 'migration' });
    const audit = await portal.context.database
      .selectFrom('audit')
      .select(['action', 'actor'])
      .where('subject_id', '=', id)
      .execute();
    expect(audit).toEqual([{ action: 'extend-migration', actor: 'Carelon MBM provider portal support' }]);
  });

  test('E2: adds 30 days to those that are left', async () => {
    const { id, username } = await at.addExisting({ dueInDays: 4 });
    await extend(username);
    expect((await at.row(id)).migration_due_at).toEqual(inDays(34));
  });

  test('E2: says why there is nobody to extend it for', async () => {
    const { username } = await at.addExisting();
    expect(await extend(username)).toEqual(refused('has not been announced'));
    expect(await extend('no.such.user')).toEqual(refused('no.such.user'));
  });
});
